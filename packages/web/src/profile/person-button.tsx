import type { ComponentChildren } from 'preact'
import type { UserId } from '@natter/protocol'
import { useApp } from '../app/app-context.ts'
import { watch } from '../app/view-signal.ts'
import { placeBelow } from '../parts/menu-place.ts'
import { say } from '../words/say.ts'
import './person-button.css'

interface PersonButtonProps {
  user: UserId
  /** A second way to the same card beside a first one: the keyboard and ears need only one. */
  isDouble?: boolean
  /** Rows that are walked over by arrows have no stops for Tab inside. */
  isTabStop?: boolean
  children: ComponentChildren
}

/** A name, a face or a mention that opens its person's card. */
export function PersonButton({ user, isDouble = false, isTabStop = true, children }: PersonButtonProps) {
  const { card, natter } = useApp()
  const open = (event: MouseEvent & { currentTarget: HTMLElement }): void => {
    event.stopPropagation()
    card.value = { user, at: placeBelow(event.currentTarget) }
  }
  return (
    <button
      type="button"
      class="person-button"
      title={isDouble ? undefined : say('profile.open', { person: watch(natter.user(user))?.name ?? '…' })}
      tabIndex={isTabStop && !isDouble ? undefined : -1}
      aria-hidden={isDouble || undefined}
      aria-haspopup="dialog"
      onClick={open}
    >
      {children}
    </button>
  )
}
