import type { Room } from '@natter/protocol'
import type { App } from '../app/app-context.ts'
import { watch } from '../app/view-signal.ts'
import { roomTitle } from './room-title.ts'

/** What a room is called, for texts around it. In a component or an effect, which follows the names. */
export function titleOf({ natter, self }: Pick<App, 'natter' | 'self'>, room: Room): string | undefined {
  return roomTitle(room, self, (user) => watch(natter.user(user))?.name)
}
