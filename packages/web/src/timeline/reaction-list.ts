import type { Reactions, UserId } from '@natter/protocol'

export interface ReactionShown {
  emoji: string
  count: number
  isMine: boolean
  people: UserId[]
}

/** How many kinds a message shows; the server allows more, a flood must not make a wall. */
const SHOWN_MAX = 20

/** The reactions of a message in the order of their first. */
export function reactionList(reactions: Reactions | undefined, self: UserId | undefined): ReactionShown[] {
  return Object.entries(reactions ?? {})
    .filter(([, people]) => people.length > 0)
    .slice(0, SHOWN_MAX)
    .map(([emoji, people]) => ({
      emoji,
      count: people.length,
      isMine: self !== undefined && people.includes(self),
      people,
    }))
}

/** One click away; each is one emoji by the standard's list. */
export const QUICK_REACTIONS = ['👍', '❤️', '😂', '🎉', '👀', '✅'] as const
