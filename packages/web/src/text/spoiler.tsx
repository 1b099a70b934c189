import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { say } from '../words/say.ts'

/** Covered until somebody wants to see it. The same element before and after, so that nothing moves and the focus stays. */
export function Spoiler({ children }: { children: ComponentChildren }) {
  const isOpen = useSignal(false)
  const open = (event: Event): void => {
    event.preventDefault()
    event.stopPropagation()
    isOpen.value = true
  }
  if (isOpen.value) {
    return (
      <span class="spoiler" data-open tabIndex={-1}>
        <span>{children}</span>
      </span>
    )
  }
  return (
    <span
      class="spoiler"
      role="button"
      tabIndex={0}
      aria-label={say('text.spoiler')}
      title={say('text.spoiler')}
      onClick={open}
      onKeyDown={(event) => (event.key === 'Enter' || event.key === ' ') && open(event)}
    >
      <span inert>{children}</span>
    </span>
  )
}
