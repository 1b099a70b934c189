import { useRef } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { keyCaps } from '../../keys/show-chord.ts'
import { IconButton } from '../../parts/button.tsx'
import { say } from '../../words/say.ts'
import type { Writing } from '../writing.ts'
import { FORMAT_NAMES, FORMATS } from './formats.ts'
import type { FormatName } from './formats.ts'
import './format-row.css'

/** What can be done to the look of the selection. One stop for Tab; arrows lead along it. */
export function FormatRow({ writing }: { writing: Writing }) {
  const { keys } = useApp()
  const row = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = [...(row.current?.querySelectorAll('button') ?? [])]
    const at = buttons.findIndex((button) => button === document.activeElement)
    const isBackwards = event.key === (isRightToLeft(row.current) ? 'ArrowRight' : 'ArrowLeft')
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    buttons[(at + (isBackwards ? -1 : 1) + buttons.length) % buttons.length]?.focus()
  }
  const chordOf = (name: FormatName): string => {
    const [chord] =
      name === 'codeBlock' || name === 'quote' || name === 'list' || name === 'numbers' ? [] : keys.chords(name)
    return chord === undefined ? '' : ` (${keyCaps(chord, keys.isMac).join(keys.isMac ? '' : '+')})`
  }
  return (
    <div ref={row} class="formats" role="toolbar" aria-label={say('composer.formatting')} onKeyDown={onKeyDown}>
      {FORMAT_NAMES.map((name, index) => (
        <IconButton
          key={name}
          icon={FORMATS[name].icon}
          label={say(FORMATS[name].words) + chordOf(name)}
          tabIndex={index === 0 ? 0 : -1}
          // The focus stays in the text, and with it the keyboard of a phone.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => writing.edit(FORMATS[name].edit)}
        />
      ))}
    </div>
  )
}

function isRightToLeft(element: Element | null): boolean {
  return element !== null && getComputedStyle(element).direction === 'rtl'
}
