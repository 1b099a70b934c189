import { EVERYBODY_NAMES, handlesIn } from '@natter/protocol'
import type { UserId } from '@natter/protocol'

/** Somebody whom a message mentions, or everybody in the room. */
export type Mentioned = UserId | typeof EVERYBODY
export const EVERYBODY = '*'

/** The handles that a text names, without those names that mean everybody. */
export function peopleNamedIn(text: string): string[] {
  return namesIn(text).filter((name) => !EVERYBODY_NAMES.includes(name))
}

/** Most texts name nobody, which is seen faster without looking for names. */
function namesIn(text: string): string[] {
  return text.includes('@') ? handlesIn(text) : []
}

export function namesEverybody(text: string): boolean {
  return namesIn(text).some((name) => EVERYBODY_NAMES.includes(name))
}

/** Whether a message counts as a mention for somebody; nobody mentions themselves. */
export function isMentioned(
  user: UserId,
  message: { mentions: readonly Mentioned[]; by: UserId | undefined },
): boolean {
  return user !== message.by && (message.mentions.includes(user) || message.mentions.includes(EVERYBODY))
}
