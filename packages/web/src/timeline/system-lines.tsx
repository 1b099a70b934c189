import type { DurableEvent, UserId } from '@natter/protocol'
import type { ComponentChildren } from 'preact'
import { Name } from '../parts/name.tsx'
import { systemLines } from './system-line.ts'
import type { SystemLine } from './system-line.ts'

/** Names a line tells before it only counts. */
const NAMES_MAX = 3

/** Who came, who went, what changed. */
export function SystemLines({ events }: { events: readonly DurableEvent[] }) {
  return systemLines(events).map((line, index) => <p key={index}>{sentence(line)}</p>)
}

function sentence(line: SystemLine): ComponentChildren {
  switch (line.kind) {
    case 'joined':
      return <>{names(line.who)} joined</>
    case 'left':
      return <>{names(line.who)} left</>
    case 'added':
      return (
        <>
          <Name user={line.by} /> added {names(line.who)}
        </>
      )
    case 'removed':
      return (
        <>
          <Name user={line.by} /> removed {names(line.who)}
        </>
      )
    case 'renamed':
      return (
        <>
          <Name user={line.by} /> renamed the room to <bdi>{line.to}</bdi>
        </>
      )
    case 'retitled':
      return (
        <>
          <Name user={line.by} />{' '}
          {line.to === '' ? (
            'removed the topic'
          ) : (
            <>
              set the topic to <bdi>{line.to}</bdi>
            </>
          )}
        </>
      )
    default:
      return (
        <>
          <Name user={line.by} /> {PLAIN[line.kind]}
        </>
      )
  }
}

const PLAIN = {
  created: 'made this room',
  pinned: 'pinned a message',
  unpinned: 'unpinned a message',
  archived: 'archived the room',
  revived: 'revived the room',
  updated: 'changed the room’s details',
} as const

function names(who: readonly UserId[]): ComponentChildren {
  const shown = who.length > NAMES_MAX + 1 ? who.slice(0, NAMES_MAX) : who
  const more = who.length - shown.length
  return shown.map((user, index) => {
    const isLast = index === shown.length - 1
    const between = index === 0 ? '' : isLast && more === 0 ? ' and ' : ', '
    return (
      <>
        {between}
        <Name key={user} user={user} />
        {isLast && more > 0 && ` and ${more} others`}
      </>
    )
  })
}
