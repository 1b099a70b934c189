import type { NatterHttp, User } from '@natter/client'
import { CliError, EXIT } from './exit-code.ts'
import { escapeLine } from './output/escape.ts'

const PAGES_MAX = 20

/** The person with exactly this handle; `@` in front is allowed. */
export async function findUser(http: NatterHttp, named: string): Promise<User> {
  const handle = named.replace(/^@/, '').toLowerCase()
  let after: User['id'] | undefined
  for (let page = 0; page < PAGES_MAX; page++) {
    const { users, more } = await http.findUsers(handle, after)
    const found = users.find((user) => user.handle === handle)
    if (found !== undefined) return found
    after = users.at(-1)?.id
    if (!more || after === undefined) break
  }
  throw new CliError(EXIT.failure, 'not_found', `There is nobody called @${escapeLine(handle)} here.`)
}
