import { useComputed, useSignal, useSignalEffect } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { say } from '../words/say.ts'
import { EmojiGrid } from './emoji-grid.tsx'
import { EmojiPreview } from './emoji-preview.tsx'
import { GroupBar } from './group-bar.tsx'
import { allEmoji, emojiSearch, loadEmoji } from './load-emoji.ts'
import { countOf, foundSection, pickerSections } from './picker-sections.ts'
import type { PickerCell } from './picker-sections.ts'
import { ToneChoice } from './tone-choice.tsx'
import './emoji-picker.css'

interface EmojiPickerProps {
  onPick: (emoji: string) => void
}

const COLUMNS = 8
/** On a phone, so that each is as large as a finger. */
const COLUMNS_NARROW = 7
const FOUND_MAX = 80

/** Search and a grid of all emoji this screen draws. */
export function EmojiPicker({ onPick }: EmojiPickerProps) {
  const { emoji: habits, isNarrow, isTouch } = useApp()
  const query = useSignal('')
  const isFailed = useSignal(false)
  const shown = useSignal<PickerCell | undefined>(undefined)
  const search = useRef<HTMLInputElement>(null)
  const root = useRef<HTMLDivElement>(null)
  // As it was when it opened: what is picked must not move what stands below.
  const recent = useRef(habits.recent.peek()).current
  const sections = useComputed(() => {
    const options = { tone: habits.tone.value, columns: isNarrow.value ? COLUMNS_NARROW : COLUMNS }
    return query.value.trim() === ''
      ? pickerSections({ all: allEmoji(), recent, ...options })
      : [foundSection(emojiSearch(query.value, FOUND_MAX), options)].filter(({ rows }) => rows.length > 0)
  })
  useEffect(() => {
    loadEmoji().catch(() => (isFailed.value = true))
    // A finger that wants an emoji does not want the keyboard first.
    if (!isTouch.peek()) search.current?.focus()
  }, [])
  useSignalEffect(() => {
    if (query.value !== '') root.current?.querySelector('.emoji-grid')?.scrollTo({ top: 0 })
  })
  const pick = (emoji: string): void => {
    habits.use(emoji)
    onPick(emoji)
  }
  const isSearching = query.value.trim() !== ''
  const isReady = allEmoji().length > 0
  const first = sections.value[0]?.rows[0]?.[0]
  return (
    <div class="emoji-picker" ref={root}>
      <div class="emoji-picker__head">
        <input
          ref={search}
          class="field__input"
          type="search"
          aria-label={say('text.emojiSearch')}
          placeholder={say('text.emojiSearch')}
          autoComplete="off"
          spellcheck={false}
          value={query.value}
          onInput={(event) => (query.value = event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.isComposing) return
            if (event.key === 'Enter') {
              if (isSearching && first) pick(first.emoji)
            } else if (event.key === 'ArrowDown') root.current?.querySelector<HTMLElement>('[data-cell="0:0"]')?.focus()
            else return
            // Else Enter would send the form that the picker was opened from.
            event.preventDefault()
          }}
        />
        <ToneChoice />
      </div>
      <GroupBar sections={sections.value} isSearching={isSearching} root={root} />
      {isReady ? (
        <EmojiGrid
          key={query.value}
          sections={sections.value}
          onPick={pick}
          onShow={(cell) => (shown.value = cell)}
          toSearch={() => search.current?.focus()}
        />
      ) : (
        <p class="emoji-window__note">{say(isFailed.value ? 'text.emojiFailed' : 'text.emojiLoading')}</p>
      )}
      <p class={isReady && isSearching && first === undefined ? 'emoji-picker__none' : 'unseen'} role="status">
        {isReady &&
          isSearching &&
          (first ? say('text.emojiFound', { count: countOf(sections.value) }) : say('text.emojiNone'))}
      </p>
      <EmojiPreview cell={shown.value ?? (isSearching ? first : undefined)} />
    </div>
  )
}
