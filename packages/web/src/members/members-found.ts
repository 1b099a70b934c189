import type { Member, User, UserId } from '@natter/protocol'
import { fold } from '../words/fold.ts'

const ROLE_ORDER = { owner: 0, moderator: 1, member: 2 }

/** Members by role and then by time, those alone whose name or handle has the words in it. Nobody is left out whose name is not known yet. */
export function membersFound(
  members: readonly Member[],
  typed: string,
  userOf: (id: UserId) => User | undefined,
): readonly Member[] {
  const words = fold(typed)
    .replace(/^@/, '')
    .split(/\s+/)
    .filter((word) => word !== '')
  const found = members.filter(({ user: id }) => {
    if (words.length === 0) return true
    const user = userOf(id)
    const text = user === undefined ? undefined : fold(`${user.name} ${user.handle}`)
    return text === undefined || words.every((word) => text.includes(word))
  })
  return found.sort((a, b) => ROLE_ORDER[a.role] - ROLE_ORDER[b.role] || a.joinedAt - b.joinedAt)
}
