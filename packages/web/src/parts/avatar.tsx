import type { UserId } from '@natter/protocol'
import { useApp } from '../app/app-context.ts'
import { watch } from '../app/view-signal.ts'
import { initials, tintOf } from './initials.ts'
import './avatar.css'

/** A person's face: initials on their tint. Decoration beside the name. */
export function Avatar({ user, size = 'normal' }: { user: UserId; size?: 'small' | 'normal' | 'large' }) {
  const name = watch(useApp().natter.user(user))?.name
  return (
    <span class={`avatar avatar--${size}`} data-tint={tintOf(user)} aria-hidden="true">
      {name === undefined ? '' : initials(name)}
    </span>
  )
}
