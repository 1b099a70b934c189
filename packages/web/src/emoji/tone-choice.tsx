import { useSignal } from '@preact/signals'
import { useId, useRef } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { say } from '../words/say.ts'
import type { WordKey } from '../words/say.ts'
import { SKIN_TONES, takeTone } from './skin-tone.ts'

const NAMES = [
  'text.toneNone',
  'text.toneLight',
  'text.toneMediumLight',
  'text.toneMedium',
  'text.toneMediumDark',
  'text.toneDark',
] as const satisfies WordKey[]

const HAND = '✋'

/** The tone of skin of all emoji that have one: a hand that unfolds into six. */
export function ToneChoice() {
  const { emoji } = useApp()
  const isOpen = useSignal(false)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  const close = (): void => {
    isOpen.value = false
    button.current?.focus()
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        class="icon-button emoji-tone"
        aria-label={say('text.toneChoose')}
        title={say('text.toneChoose')}
        aria-expanded={isOpen.value}
        aria-controls={isOpen.value ? id : undefined}
        onClick={() => (isOpen.value = !isOpen.value)}
      >
        {takeTone(HAND, emoji.tone.value)}
      </button>
      {isOpen.value && (
        <div id={id} class="emoji-tones" role="group" aria-label={say('text.toneChoose')}>
          {SKIN_TONES.map((tone) => (
            <button
              key={tone}
              type="button"
              class="icon-button emoji-tone"
              aria-label={say(NAMES[tone])}
              title={say(NAMES[tone])}
              aria-pressed={emoji.tone.value === tone}
              onClick={() => {
                emoji.setTone(tone)
                close()
              }}
            >
              {takeTone(HAND, tone)}
            </button>
          ))}
        </div>
      )}
    </>
  )
}
