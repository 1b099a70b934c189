import type { PresenceStatus, User, UserId } from '@natter/protocol'
import { planted } from './planted-text.ts'

function person(handle: string, name: string, more: Partial<User> = {}): User {
  return { id: `us_${handle}0000`, handle, name: planted(name), kind: 'human', role: 'member', ...more }
}

export const ana = person('ana', 'Ana Ruiz', { role: 'owner' })
export const ben = person('ben', 'Ben Okafor')
export const chloe = person('chloe', 'Chloé Martin')
export const dai = person('dai', 'Dai Tanaka')
export const lina = person('lina', 'لينا حداد')
export const buildBot = person('build', 'Build', { kind: 'bot' })
/** A name as nasty as the server lets it be. */
export const mallory = person('mallory', '<img src=x onerror=alert(1)>')

export const PEOPLE: readonly User[] = [ana, ben, chloe, dai, lina, buildBot, mallory]

export const PRESENCE: Partial<Record<UserId, PresenceStatus>> = {
  [ana.id]: 'active',
  [ben.id]: 'active',
  [chloe.id]: 'away',
  [dai.id]: 'dnd',
}
