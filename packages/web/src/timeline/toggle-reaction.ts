import type { RoomHandle } from '@natter/client'
import type { Message } from '@natter/protocol'
import type { App } from '../app/app-context.ts'

/** Adds my reaction, or takes it back when it is there. A refusal becomes a notice. */
export function toggleReaction(
  { self, notices, emoji: habits }: Pick<App, 'self' | 'notices' | 'emoji'>,
  handle: RoomHandle,
  { seq, reactions }: Message,
  emoji: string,
): void {
  const mine = reactions !== undefined && Object.hasOwn(reactions, emoji) && reactions[emoji]?.includes(self) === true
  if (!mine) habits.use(emoji)
  void notices.attempt(mine ? handle.unreact(seq, emoji) : handle.react(seq, emoji))
}
