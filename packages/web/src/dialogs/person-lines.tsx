import type { UserId } from '@natter/protocol'
import { Avatar } from '../parts/avatar.tsx'
import { Name } from '../parts/name.tsx'
import { say } from '../words/say.ts'
import './found-list.css'

/** People named before the rest is only counted. */
const LINES_MAX = 12

/** People one below the other: "and 12 more" stands for those beyond the first dozen. */
export function PersonLines({ people }: { people: readonly UserId[] }) {
  const count = people.length - LINES_MAX
  return (
    <>
      <ul class="found">
        {people.slice(0, LINES_MAX).map((user) => (
          <li key={user} class="found__one">
            <Avatar user={user} size="small" />
            <span class="found__name">
              <Name user={user} />
            </span>
          </li>
        ))}
      </ul>
      {count > 0 && <p class="found__more">{say('timeline.moreNames', { count })}</p>}
    </>
  )
}
