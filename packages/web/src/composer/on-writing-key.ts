import type { App } from '../app/app-context.ts'
import { insertion } from './edit.ts'
import { enterInBlock } from './enter-in-block.ts'
import { FORMATS } from './format/formats.ts'
import type { FormatName } from './format/formats.ts'
import { enterMeans } from './send-key.ts'
import type { Writing } from './writing.ts'

const FORMAT_KEYS = new Set<string>(['bold', 'italic', 'strike', 'code', 'link'] satisfies FormatName[])

/** Keys of every place where one writes: Enter, and those of formatting. Whether the key was one of them. */
export function onWritingKey(
  event: KeyboardEvent,
  { keys, sendKey, isTouch }: Pick<App, 'keys' | 'sendKey' | 'isTouch'>,
  writing: Writing,
): boolean {
  const meaning = enterMeans(event, { sendKey: sendKey.chosen.value, isTouch: isTouch.value })
  if (meaning === 'send') {
    const isPlain = !event.ctrlKey && !event.metaKey
    if (!isPlain || !writing.edit(enterInBlock)) writing.submit()
    return true
  }
  // Made by hand, so that it goes on with no list.
  if (meaning === 'shiftedLine') return writing.edit((written) => insertion(written, '\n'))
  const pressed = keys.pressed('composer', event)
  return isFormat(pressed) && writing.edit(FORMATS[pressed].edit)
}

/** A line that is about to be made goes on with its list or fence. Heard of here, since touch keyboards tell of no key; not with Shift. */
export function onBlockEnter(event: InputEvent, writing: Writing): void {
  if (event.inputType !== 'insertLineBreak' || event.isComposing) return
  if (writing.edit(enterInBlock)) event.preventDefault()
}

function isFormat(id: string | undefined): id is 'bold' | 'italic' | 'strike' | 'code' | 'link' {
  return id !== undefined && FORMAT_KEYS.has(id)
}
