import { signal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { say } from '../words/say.ts'
import type { EmojiPicker } from './emoji-picker.tsx'
import { placeBeside } from './place-beside.ts'
import './lazy-emoji-picker.css'

interface LazyEmojiPickerProps {
  /** The control that opened it: the picker stands beside it and gives the focus back to it. */
  opener: HTMLElement
  /** One emoji as the server takes it for a reaction. The picker has closed itself by then; `onClose` follows. */
  onPick: (emoji: string) => void
  /** To be answered by taking the picker out of the tree. */
  onClose: () => void
}

const picker = signal<typeof EmojiPicker | 'loading' | 'failed'>('loading')

/** The emoji picker as a window beside its opener, on a phone as a sheet from below. It is loaded when first drawn. */
export function LazyEmojiPicker({ opener, onPick, onClose }: LazyEmojiPickerProps) {
  const ref = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const dialog = ref.current
    if (dialog === null) return
    if (typeof picker.value !== 'function') load()
    const place = (): void => putBeside(dialog, opener)
    dialog.showModal()
    place()
    addEventListener('resize', place)
    return () => {
      removeEventListener('resize', place)
      close(dialog, opener)
    }
  }, [])
  const Picker = picker.value
  return (
    <dialog
      ref={ref}
      class="emoji-window"
      aria-label={say('text.emojiPicker')}
      // Keys and clicks in it are no business of what it stands in.
      onKeyDown={(event) => event.stopPropagation()}
      onClick={(event) => {
        event.stopPropagation()
        if (event.target === ref.current) onClose()
      }}
      onClose={() => ref.current && onClose()}
    >
      {typeof Picker === 'function' ? (
        <Picker
          onPick={(emoji) => {
            if (ref.current) close(ref.current, opener)
            onPick(emoji)
          }}
          onClose={onClose}
        />
      ) : (
        <p class="emoji-window__note" role="status">
          {say(Picker === 'failed' ? 'text.emojiFailed' : 'text.emojiLoading')}
        </p>
      )}
    </dialog>
  )
}

function load(): void {
  picker.value = 'loading'
  import('./emoji-picker.tsx').then(
    (loaded) => (picker.value = loaded.EmojiPicker),
    () => (picker.value = 'failed'),
  )
}

function putBeside(dialog: HTMLDialogElement, opener: HTMLElement): void {
  const window = { width: document.documentElement.clientWidth, height: innerHeight }
  const panel = { width: dialog.offsetWidth, height: dialog.offsetHeight }
  const { left, top } = placeBeside(opener.getBoundingClientRect(), panel, window)
  dialog.style.setProperty('--left', `${left}px`)
  dialog.style.setProperty('--top', `${top}px`)
}

/** The browser gives the focus back to what had it; where a tap opened the window that was nothing. */
function close(dialog: HTMLDialogElement, opener: HTMLElement): void {
  if (!dialog.open) return
  dialog.close()
  if (document.activeElement === document.body && opener.isConnected) opener.focus()
}
