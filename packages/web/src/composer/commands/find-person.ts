import type { User } from '@natter/protocol'
import { say } from '../../words/say.ts'
import type { CommandCall, Outcome } from './slash-command.ts'
import { refused } from './slash-command.ts'

/** The person of a handle, written with or without @, or why there is none. */
export async function findPerson({ app }: Pick<CommandCall, 'app'>, word: string): Promise<User | Outcome> {
  const handle = word.replace(/^@/, '').toLowerCase()
  const { users } = await app.natter.http.findUsers(handle)
  return users.find((user) => user.handle === handle) ?? refused(say('composer.nobodyCalled', { handle }))
}

export function isPerson(found: User | Outcome): found is User {
  return 'handle' in found
}
