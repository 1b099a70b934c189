import { useComputed } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { useApp } from '../app/app-context.ts'
import type { App } from '../app/app-context.ts'
import { watch } from '../app/view-signal.ts'
import { useFound } from '../dialogs/use-found.ts'
import { shortcut } from '../keys/shortcuts.ts'
import { othersOf } from '../room/room-title.ts'
import { titleOf } from '../room/title-of.ts'
import { roomPreference } from '../settings/room-preferences.ts'
import { say } from '../words/say.ts'
import { ranked, wantedOf } from './candidates.ts'
import type { Candidate, Wanted } from './candidates.ts'

interface Answers {
  readonly answers: readonly Candidate[]
  /** Why the server could not be asked. */
  readonly error: string | undefined
}

/** What the switcher has to offer for what is typed: at once what is at hand, then what the server finds. */
export function useAnswers(typed: ReadonlySignal<string>): ReadonlySignal<Answers> {
  const app = useApp()
  const asked = useComputed(() => askedOf(wantedOf(typed.value)))
  const found = useFound(asked, async (text) => ({ items: await findElsewhere(app, text), more: false }))
  return useComputed(() => {
    const route = app.router.route.value
    const mine = [...ownRooms(app), ...commands(app)]
    const { items = [], error } = found.value
    const elsewhere = items.filter((each) => !isKnown(mine, each))
    const open = route.at === 'room' ? route.room : undefined
    return { answers: ranked([...mine, ...elsewhere], wantedOf(typed.value), open), error }
  })
}

/** What the server is asked for, with its kind in front: the text alone would not ask again for another kind. */
function askedOf({ kind, text }: Wanted): string {
  if (kind === 'commands' || (text === '' && kind === 'all')) return ''
  return `${kind}:${text}`
}

async function findElsewhere({ natter, self }: App, asked: string): Promise<Candidate[]> {
  const at = asked.indexOf(':')
  const kind = asked.slice(0, at)
  const text = asked.slice(at + 1)
  const [rooms, people] = await Promise.all([
    at === -1 || kind === 'people'
      ? []
      : natter.http.publicRooms(text === '' ? undefined : text).then((page) => page.rooms),
    at === -1 || kind === 'rooms' ? [] : natter.http.findUsers(text).then((page) => page.users),
  ])
  return [
    ...people
      .filter(({ id }) => id !== self)
      .map((user): Candidate => ({ kind: 'person', key: user.id, names: [user.name, user.handle], user })),
    ...rooms.map((room): Candidate => ({ kind: 'found', key: room.id, names: [room.name ?? ''], room })),
  ]
}

function ownRooms(app: App): Candidate[] {
  return watch(app.natter.rooms).map((summary) => {
    const handles = othersOf(summary.room, app.self).map((id) => watch(app.natter.user(id))?.handle ?? '')
    const isMuted = roomPreference(app.settings.all.value, summary.id).muted === true
    return { kind: 'room', key: summary.id, names: [titleOf(app, summary.room) ?? '', ...handles], summary, isMuted }
  })
}

function commands({ keys }: App): Candidate[] {
  return keys
    .commands()
    .filter((id) => id !== 'switcher')
    .map((id) => ({ kind: 'command', key: `>${id}`, names: [say(shortcut(id).words)], id }))
}

/** A room one is in, or somebody one has a conversation of two with. */
function isKnown(mine: readonly Candidate[], other: Candidate): boolean {
  return mine.some((each) => {
    if (each.kind !== 'room') return false
    const { id, room } = each.summary
    if (other.kind === 'person') return room.kind === 'direct' && room.people?.includes(other.user.id) === true
    return other.kind === 'found' && other.room.id === id
  })
}
