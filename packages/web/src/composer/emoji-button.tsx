import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { LazyEmojiPicker } from '../emoji/lazy-emoji-picker.tsx'
import { IconButton } from '../parts/button.tsx'
import { say } from '../words/say.ts'
import { insertion } from './edit.ts'
import type { Writing } from './writing.ts'

/** Opens the picker; what is picked stands at the caret. */
export function EmojiButton({ writing }: { writing: Writing }) {
  const opener = useRef<HTMLSpanElement>(null)
  const isOpen = useSignal(false)
  const close = (): void => {
    isOpen.value = false
    writing.area?.focus()
  }
  return (
    <span ref={opener} class="composer__emoji">
      <IconButton
        icon="smile"
        label={say('composer.emoji')}
        aria-haspopup="dialog"
        aria-expanded={isOpen.value}
        onClick={() => (isOpen.value = true)}
      />
      {isOpen.value && opener.current && (
        <LazyEmojiPicker
          opener={opener.current}
          onPick={(emoji) => {
            isOpen.value = false
            writing.edit((written) => insertion(written, emoji))
          }}
          onClose={close}
        />
      )}
    </span>
  )
}
