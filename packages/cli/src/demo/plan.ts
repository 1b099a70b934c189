import type { Handle, Line, Story, StoryRoom, Thread } from './story-shape.ts'

/** A room of the story: those of several people talking directly have no name. */
export interface Place {
  key: string
  people: Handle[]
  room?: StoryRoom
}

/** One thing that somebody does, with its moment in ms since the epoch. Messages are named by a key of their own. */
export type Step = { at: number; by: Handle } & (
  | { does: 'signUp'; name: string }
  | { does: 'create'; place: Place }
  | { does: 'join'; place: Place }
  | { does: 'read'; place: Place }
  | { does: 'invite'; place: Place; whom: Handle }
  | { does: 'post'; place: Place; message: string; text: string; answers: string | undefined }
  | { does: 'edit'; place: Place; message: string; text: string }
  | { does: 'takeBack'; place: Place; message: string }
  | { does: 'react'; place: Place; message: string; emoji: string }
)

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
/** The place was set up this long before the first word, step by step. */
const SETUP_DAYS_AGO = 15

/** The story as steps in the order of their times, all of them before `now`. The same story and `now`: the same steps. */
export function planStory(story: Story, now: number): Step[] {
  const everybody = story.people.map(({ handle }) => handle)
  const named = story.rooms.map((room): [Place, Thread[]] => [
    { key: room.name, people: room.people ?? everybody, room },
    room.threads,
  ])
  const direct = story.direct.map(({ people, threads }): [Place, Thread[]] => [
    { key: people.join('+'), people },
    threads,
  ])
  return [
    ...setUp(
      story,
      named.map(([place]) => place),
      momentOf(now, SETUP_DAYS_AGO, '9:00'),
    ),
    ...[...named, ...direct].flatMap(([place, threads]) => threads.flatMap((thread) => talk(place, thread, now))),
    ...direct.map(([place, threads]): Step => ({
      does: 'create',
      at: startOf(threads, now) - MINUTE_MS,
      by: place.people[0] ?? '',
      place,
    })),
    ...[...named, ...direct].flatMap(([place, threads]) => reading(place, threads, now)),
  ].sort((a, b) => a.at - b.at)
}

/** Everybody signs up in the order of the story (the first is the owner), makes their rooms, and comes in or is brought in. */
function setUp({ people }: Story, places: Place[], from: number): Step[] {
  const signUps = people.map(({ handle, name }, index): Step => ({
    does: 'signUp',
    at: from + index * MINUTE_MS,
    by: handle,
    name,
  }))
  const arrivals = places.flatMap((place, index) => {
    const maker = place.room?.maker ?? ''
    const at = from + HOUR_MS + index * HOUR_MS
    const others = place.people.filter((handle) => handle !== maker)
    return [
      { does: 'create', at, by: maker, place } satisfies Step,
      ...others.map((handle, order): Step => {
        const later = at + (order + 1) * MINUTE_MS
        if (place.room?.isPrivate === true) return { does: 'invite', at: later, by: maker, place, whom: handle }
        return { does: 'join', at: later, by: handle, place }
      }),
    ]
  })
  return [...signUps, ...arrivals]
}

function talk(place: Place, thread: Thread, now: number): Step[] {
  const [daysAgo, , ...lines] = thread
  let at = threadStart(thread, now)
  return lines.flatMap((line, index) => {
    const key = (back: number): string => `${place.key} ${daysAgo} ${index - back}`
    const steps = stepsOf(place, line, { at, message: key(0), answers: key(line[2]?.answers ?? 0) })
    at += pauseMs(lines[index + 1]?.[1] ?? '')
    return steps
  })
}

function stepsOf(
  place: Place,
  line: Line,
  { at, message, answers }: { at: number; message: string; answers: string },
): Step[] {
  const [by, text, more = {}] = line
  const reactions = Object.entries(more.reactions ?? {}).flatMap(([emoji, people]) =>
    people.map((handle) => ({ emoji, handle })),
  )
  return [
    { does: 'post', at, by, place, message, text, answers: more.answers === undefined ? undefined : answers },
    ...(more.editedTo === undefined
      ? []
      : [{ does: 'edit', at: at + 2 * MINUTE_MS, by, place, message, text: more.editedTo } satisfies Step]),
    ...(more.isTakenBack === true
      ? [{ does: 'takeBack', at: at + 2 * MINUTE_MS, by, place, message } satisfies Step]
      : []),
    ...reactions.map(({ emoji, handle }, index): Step => ({
      does: 'react',
      at: at + 3 * MINUTE_MS + index * 17_000,
      by: handle,
      place,
      message,
      emoji,
    })),
  ]
}

/** Everybody has read everything but the last day; of that, those who wrote then have read theirs. */
function reading(place: Place, threads: Thread[], now: number): Step[] {
  const before = threads.filter(([daysAgo]) => daysAgo > 1)
  const at = before.length === 0 ? undefined : startOf(before.slice(-1), now) + 2 * HOUR_MS
  const writers = new Set(
    threads.filter(([daysAgo]) => daysAgo <= 1).flatMap(([, , ...lines]) => lines.map(([by]) => by)),
  )
  const late = now - HOUR_MS
  return place.people.flatMap((by): Step[] => {
    if (writers.has(by)) return [{ does: 'read', at: late, by, place }]
    return at === undefined ? [] : [{ does: 'read', at, by, place }]
  })
}

function startOf(threads: Thread[], now: number): number {
  return Math.min(...threads.map((thread) => threadStart(thread, now)))
}

function threadStart([daysAgo, time]: Thread, now: number): number {
  return momentOf(now, daysAgo, time)
}

/** A time of day, so many days before `now`, on this machine's clock. */
function momentOf(now: number, daysAgo: number, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const day = new Date(now)
  day.setDate(day.getDate() - daysAgo)
  return day.setHours(hours, minutes, 0, 0)
}

/** People take a while to read and to type: longer for more words, never the same. */
function pauseMs(next: string): number {
  let mixed = next.length
  for (const character of next) mixed = (mixed * 31 + (character.codePointAt(0) ?? 0)) % 997
  return 12_000 + next.length * 220 + mixed * 90
}
