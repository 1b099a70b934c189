import { signal } from '@preact/signals'
import { useLayoutEffect } from 'preact/hooks'
import { useLayer } from '../app/use-layer.ts'
import { useModal } from '../parts/use-modal.ts'
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
  const modal = useModal(onClose)
  useLayer(true, onClose)
  useLayoutEffect(() => {
    const dialog = modal.ref.current
    if (dialog === null) return
    if (typeof picker.value !== 'function') load()
    const place = (): void => putBeside(dialog, opener)
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
      {...modal}
      class="emoji-window"
      aria-label={say('text.emojiPicker')}
      // Keys and clicks in it are no business of what it stands in.
      onKeyDown={(event) => event.stopPropagation()}
      onClick={(event) => {
        event.stopPropagation()
        modal.onClick(event)
      }}
    >
      {typeof Picker === 'function' ? (
        <Picker
          onPick={(emoji) => {
            if (modal.ref.current) close(modal.ref.current, opener)
            onPick(emoji)
          }}
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
  dialog.close()
  if (document.activeElement === document.body && opener.isConnected) opener.focus()
}
