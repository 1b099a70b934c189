import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/button.tsx'
import { say } from '../words/say.ts'
import { chordsOf } from './chord.ts'
import type { Chord } from './chord.ts'
import { KeyCaps } from './key-caps.tsx'
import { conflicts, isBrowsers } from './key-choice.ts'
import { shortcut } from './shortcuts.ts'
import type { ShortcutId } from './shortcuts.ts'
import './key-row.css'

interface KeyRowProps {
  id: ShortcutId
  isChanging: boolean
  onChange: (isChanging: boolean) => void
}

/** One shortcut and its keys. While it is being changed, the next keys pressed are its keys; what else has them is told. */
export function KeyRow({ id, isChanging, onChange }: KeyRowProps) {
  const { keys } = useApp()
  const trouble = useSignal<string | undefined>(undefined)
  const row = useRef<HTMLLIElement>(null)
  const words = say(shortcut(id).words)
  // Read while the button that gives way to another is still there.
  const hadFocus = row.current?.contains(document.activeElement) === true
  useLayoutEffect(() => {
    trouble.value = undefined
    if (isChanging || hadFocus) row.current?.querySelector('button')?.focus()
  }, [isChanging])
  const take = (chord: Chord): void => {
    const others = conflicts(id, chord, keys.choice.value, keys.isMac)
    const [other] = others
    if (isBrowsers(chord, keys.isMac)) trouble.value = say('keys.browsers')
    else if (other !== undefined) trouble.value = say('keys.taken', { action: say(shortcut(other).words) })
    else {
      keys.choose(id, chord)
      onChange(false)
    }
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isChanging || event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    const [chord] = chordsOf(event, keys.isMac)
    if (chord === 'Escape') onChange(false)
    else if (chord === 'Backspace' || chord === 'Delete') {
      keys.choose(id, '')
      onChange(false)
    } else if (chord !== undefined) take(chord)
  }
  return (
    <li ref={row} class="key-row">
      <span class="key-row__words">
        {words}
        {trouble.value !== undefined && (
          <span class="key-row__trouble" role="alert">
            {trouble.value}
          </span>
        )}
      </span>
      {isChanging ? (
        <button
          type="button"
          class="key-row__field"
          aria-label={say('keys.pressFor', { action: words })}
          onKeyDown={onKeyDown}
          onBlur={() => onChange(false)}
        >
          {say('keys.press')}
        </button>
      ) : (
        <>
          <KeyCaps chords={keys.chords(id)} isMac={keys.isMac} />
          {shortcut(id).isFixed !== true && (
            <Button aria-label={say('keys.changeOne', { action: words })} onClick={() => onChange(true)}>
              {say('keys.changeShort')}
            </Button>
          )}
        </>
      )}
    </li>
  )
}
