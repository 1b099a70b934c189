import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { SignedIn } from '@natter/protocol'
import { serve } from '../../packages/server/test/process/server-process.ts'
import { noCounts, violate } from '../counts.ts'
import type { Counts } from '../counts.ts'
import type { Fault } from '../fault.ts'

const RACERS = 20
const ROUNDS = { long: 5, short: 1 }

export const fault: Fault = {
  id: 'R46',
  title: 'twenty first accounts at once',
  isShort: true,
  async run(world) {
    const counts: Counts = noCounts()
    const rounds = world.isShort ? ROUNDS.short : ROUNDS.long
    for (let round = 0; round < rounds; round++) {
      // Whether or not the others may come in: only one of them owns the place.
      const signup = round % 2 === 0 ? 'open' : 'invite'
      const dataFolder = join(world.folder, `race-${round}`)
      mkdirSync(dataFolder)
      const server = await serve({ dataFolder, env: { NATTER_SIGNUP: signup, NATTER_LIMITS: 'off' } })
      world.after(() => server.kill())
      const answers = await Promise.all(
        Array.from({ length: RACERS }, (_, index) => signUp(server.url, `racer${index}`)),
      )
      await server.kill()
      counts.runs++
      const admitted = answers.filter((answer) => answer !== undefined)
      const owners = admitted.filter(({ user }) => user.role === 'owner')
      if (owners.length !== 1) violate(counts, `${signup}: ${owners.length} of ${RACERS} became the owner`)
      const expected = signup === 'open' ? RACERS : 1
      if (admitted.length !== expected) violate(counts, `${signup}: ${admitted.length} of ${RACERS} were let in`)
    }
    return counts
  },
}

async function signUp(url: string, handle: string): Promise<SignedIn | undefined> {
  const answer = await fetch(`${url}/v1/accounts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ handle, password: `${handle} has a long password` }),
  })
  return answer.ok ? ((await answer.json()) as SignedIn) : undefined
}
