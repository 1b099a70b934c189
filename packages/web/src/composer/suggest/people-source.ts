import type { RoomHandle } from '@natter/client'
import type { User, UserId } from '@natter/protocol'
import type { App } from '../../app/app-context.ts'
import { say } from '../../words/say.ts'
import { matchRank } from './match-rank.ts'
import { ASK_AFTER_MS, SUGGESTIONS_MAX } from './suggestion.ts'
import type { Suggestion, SuggestionSource } from './suggestion.ts'
import { compareNames } from '../../words/compare-names.ts'

/** People from outside of the room that are remembered. */
const FOUND_MAX = 300
/** So many of the latest messages tell who speaks at present. */
const RECENT_MESSAGES = 100

type PeopleApp = Pick<App, 'natter' | 'self'>

/** Who can be mentioned in a room: those who spoke last, then its other members, then others of the place, who will not hear of it. */
export function peopleSource({ natter, self }: PeopleApp, handle: RoomHandle): SuggestionSource {
  const found = new Map<UserId, User>()
  let areMembersAsked = false
  const suggest = (query: string): Suggestion[] => {
    const { ids, isComplete } = membersOf(handle)
    const speakers = recentSpeakers(handle)
    const known = new Set([...speakers, ...ids, ...found.keys()])
    known.delete(self)
    return [...known]
      .map((id) => ({ id, user: found.get(id) ?? natter.user(id).value }))
      .flatMap(({ id, user }) => {
        const rank = user && matchRank(query, [user.handle, user.name])
        if (!user || rank === undefined) return []
        const isOutside = isComplete && !ids.has(id)
        const spoke = speakers.indexOf(id)
        const group = isOutside ? 2 : spoke === -1 ? 1 : 0
        // A handle that was written out is meant, whoever it belongs to.
        return [{ user, isOutside, order: [rank === 0 ? 0 : 1, group, rank, spoke] }]
      })
      .sort((a, b) => compare(a.order, b.order) || compareNames(a.user.name, b.user.name))
      .slice(0, SUGGESTIONS_MAX)
      .map(({ user, isOutside }) => suggestionOf(user, isOutside))
  }
  return {
    kind: '@',
    lookUpAfterMs: ASK_AFTER_MS,
    suggest: (query) => [...suggest(query), ...everyone(handle, query)].slice(0, SUGGESTIONS_MAX),
    lookUp: async (query, signal) => {
      const members = areMembersAsked || handle.info.value?.people ? undefined : handle.loadMembers()
      areMembersAsked = true
      const { users } = query === '' ? { users: [] } : await natter.http.findUsers(query)
      await members?.catch(() => (areMembersAsked = false))
      if (signal.aborted) return
      for (const user of users) found.set(user.id, user)
      for (const id of [...found.keys()].slice(0, Math.max(0, found.size - FOUND_MAX))) found.delete(id)
    },
  }
}

function suggestionOf({ id, handle, name }: User, isOutside: boolean): Suggestion {
  const person = { key: id, insert: `@${handle}`, sign: { user: id }, label: name, note: `@${handle}` }
  return isOutside ? { ...person, hint: say('composer.notNotified'), isDim: true } : person
}

/** The names that mean everybody, where there is more than one other. */
function everyone(handle: RoomHandle, query: string): Suggestion[] {
  const room = handle.info.value
  if (room?.kind === 'direct') return []
  const count = room?.members ?? 0
  const all = [
    { name: 'all', hint: say('composer.allHint', { count }) },
    { name: 'here', hint: say('composer.hereHint') },
  ]
  return all
    .filter(({ name }) => name.startsWith(query.toLowerCase()))
    .map(({ name, hint }) => ({
      key: name,
      insert: `@${name}`,
      sign: { icon: 'horn' },
      label: `@${name}`,
      note: '',
      hint,
    }))
}

function membersOf(handle: RoomHandle): { ids: ReadonlySet<UserId>; isComplete: boolean } {
  const people = handle.info.value?.people
  if (people) return { ids: new Set(people), isComplete: true }
  const { members, complete } = handle.members.value
  return { ids: new Set(members.map(({ user }) => user)), isComplete: complete }
}

/** Newest first. */
function recentSpeakers(handle: RoomHandle): UserId[] {
  const latest = handle.timeline.value.items.slice(-RECENT_MESSAGES)
  return [...new Set(latest.flatMap((item) => (item.kind === 'message' ? [item.message.by] : [])).toReversed())]
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((each, index) => each !== b[index])
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}
