import type { UserId } from '@natter/protocol'
import { Name } from '../parts/name.tsx'
import { say } from '../words/say.ts'
import { listed } from './listed.ts'

/** Names a list tells before it only counts. */
const NAMES_MAX = 3

/** Several people in a sentence: "Ana, Ben and 4 others". */
export function NameList({ who }: { who: readonly UserId[] }) {
  // One more name is no longer than "1 other".
  const shown = who.length > NAMES_MAX + 1 ? who.slice(0, NAMES_MAX) : who
  const count = who.length - shown.length
  return listed(shown.length + (count > 0 ? 1 : 0)).map((part, index) => {
    if (typeof part === 'string') return part
    const user = shown[part.at]
    return user === undefined ? say('timeline.others', { count }) : <Name key={index} user={user} />
  })
}
