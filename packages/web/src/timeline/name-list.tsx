import type { UserId } from '@natter/protocol'
import { useSignal } from '@preact/signals'
import { Name } from '../parts/name.tsx'
import { say } from '../words/say.ts'
import { listed } from './listed.ts'

/** Names a list tells before it only counts. */
const NAMES_MAX = 3
/** And those it tells when it is asked for all. */
const UNFOLDED_MAX = 100

/** Several people in a sentence: "Ana, Ben and 4 others", where the others are a click away. */
export function NameList({ who }: { who: readonly UserId[] }) {
  const isUnfolded = useSignal(false)
  const namesMax = isUnfolded.value ? UNFOLDED_MAX : NAMES_MAX
  // One more name is no longer than "1 other".
  const shown = who.length > namesMax + 1 ? who.slice(0, namesMax) : who
  const count = who.length - shown.length
  return listed(shown.length + (count > 0 ? 1 : 0)).map((part, index) => {
    if (typeof part === 'string') return part
    const user = shown[part.at]
    if (user !== undefined) return <Name key={index} user={user} />
    return (
      <button key={index} type="button" class="timeline__unfold" onClick={() => (isUnfolded.value = true)}>
        {say('timeline.others', { count })}
      </button>
    )
  })
}
