import { language, say } from '../words/say.ts'
import { GROUP_SIGNS, GROUP_TITLES } from './group-titles.ts'
import type { PickerSection } from './picker-sections.ts'

interface GroupBarProps {
  sections: readonly PickerSection[]
  isSearching: boolean
  root: { readonly current: HTMLElement | null }
}

/** Leads to a group: one stop of the Tab key, arrows in it. */
export function GroupBar({ sections, isSearching, root }: GroupBarProps) {
  const go = (key: string): void => {
    const section = root.current?.querySelector(`[data-group="${key}"]`)
    section?.scrollIntoView({ block: 'start' })
  }
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined || !(event.currentTarget instanceof HTMLElement)) return
    const buttons = [...event.currentTarget.querySelectorAll('button')]
    const at = buttons.findIndex((button) => button === event.target)
    buttons[at + (language.peek().direction === 'rtl' ? -step : step)]?.focus()
    event.preventDefault()
  }
  if (isSearching) return null
  return (
    <div class="emoji-groups" role="toolbar" aria-label={say('text.emojiGroups')} onKeyDown={onKey}>
      {sections.map(({ key }, index) => (
        <button
          key={key}
          type="button"
          class="emoji-groups__one"
          title={say(GROUP_TITLES[key])}
          aria-label={say(GROUP_TITLES[key])}
          tabIndex={index === 0 ? 0 : -1}
          onClick={() => go(key)}
        >
          {GROUP_SIGNS[key]}
        </button>
      ))}
    </div>
  )
}
