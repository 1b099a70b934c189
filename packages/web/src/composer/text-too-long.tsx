import type { Limits } from '@natter/protocol'
import { useComputed } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { say } from '../words/say.ts'
import { roomLeft } from './room-left.ts'

interface TextTooLongProps {
  text: ReadonlySignal<string>
  limits: Pick<Limits, 'textCodePoints'>
}

/** How much room is left, once it gets tight. A text beyond the limit is kept, never cut. */
export function TextTooLong({ text, limits }: TextTooLongProps) {
  const left = useComputed(() => roomLeft(text.value, limits)).value
  if (left === undefined) return null
  return (
    <span class="composer__over" data-over={left < 0} role="status">
      {left < 0 ? say('composer.over', { count: -left }) : say('composer.left', { count: left })}
    </span>
  )
}
