import type { UserId } from '@natter/protocol'
import { useApp } from '../app/app-context.ts'
import { watch } from '../app/view-signal.ts'
import { atHandle } from '../words/at-handle.ts'

/** A person's name, isolated from the direction of the text around it. */
export function Name({ user }: { user: UserId }) {
  const found = watch(useApp().natter.user(user))
  return <bdi title={found && atHandle(found.handle)}>{found?.name ?? '…'}</bdi>
}
