import type { BOUNDS, DurableEvent, Member, RoomId, UserId } from '@natter/protocol'
import type { Inside } from './inside.ts'
import { createSource } from './view.ts'
import type { Source } from './view.ts'

/** Members that are kept of one room. */
export const MEMBERS_MAX = 1_000
const PAGE: (typeof BOUNDS)['membersPage'] = 200

/** Who is in a room, by user id, as far as it was loaded. `complete`: that is everybody. */
export interface MemberList {
  readonly members: readonly Member[]
  readonly complete: boolean
}

/** The members of one room: loaded when somebody asks, kept fresh by the room's events. */
export interface Members {
  readonly view: Source<MemberList>
  load(): Promise<void>
  /** A room event: who came, went, or changed. */
  note(event: DurableEvent): void
  forget(): void
}

export function createMembers(room: RoomId, { run, users }: Inside): Members {
  let members = new Map<UserId, Member>()
  let complete = false
  let loading: Promise<void> | undefined
  let journal: DurableEvent[] = []
  const view = createSource<MemberList>(() => ({
    members: [...members.values()].sort((a, b) => (a.user < b.user ? -1 : 1)),
    complete,
  }))

  async function load(): Promise<void> {
    journal = []
    const loaded: typeof members = new Map()
    let after: UserId | undefined
    let more = true
    while (more && loaded.size < MEMBERS_MAX) {
      const page = await run('members', { room, limit: PAGE, after })
      for (const member of page.members) loaded.set(member.user, member)
      page.users.forEach(users.learn)
      after = page.members.at(-1)?.user
      more = page.more && after !== undefined
    }
    members = loaded
    complete = !more
    // Pages may have been read before what came while they were on their way.
    for (const event of journal) apply(event)
    view.changed()
  }

  function apply(event: DurableEvent): void {
    if (event.type === 'member.left') members.delete(event.user)
    if (event.type === 'member.joined' || event.type === 'member.updated') {
      const { user } = event.member
      if (members.has(user) || members.size < MEMBERS_MAX) members.set(user, { ...members.get(user), ...event.member })
      else complete = false
    }
    if (event.type.startsWith('member.')) view.changed()
  }

  return {
    view,
    load() {
      loading ??= load().finally(() => (loading = undefined))
      return loading
    },
    note(event) {
      if (loading !== undefined && journal.length < MEMBERS_MAX) journal.push(event)
      if (members.size > 0) apply(event)
    },
    forget() {
      members.clear()
      complete = false
      view.changed()
    },
  }
}
