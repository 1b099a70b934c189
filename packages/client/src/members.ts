import type { DurableEvent, Member, RoomId, User, UserId } from '@natter/protocol'
import { BOUNDS } from '@natter/protocol'
import type { Commands } from './commands.ts'
import { Source } from './view.ts'

/** Members that are kept of one room. */
export const MEMBERS_MAX = 1_000

/** Who is in a room, by user id, as far as it was loaded. `complete`: that is everybody. */
export interface MemberList {
  readonly members: readonly Member[]
  readonly complete: boolean
}

/** The members of one room: loaded when somebody asks, kept fresh by the room's events. */
export class Members {
  readonly view: Source<MemberList>
  readonly #room: RoomId
  readonly #commands: Commands
  readonly #learned: (users: readonly User[]) => void
  #members = new Map<UserId, Member>()
  #isComplete = false
  #loading: Promise<void> | undefined
  #journal: DurableEvent[] = []

  constructor(room: RoomId, commands: Commands, learned: (users: readonly User[]) => void) {
    this.#room = room
    this.#commands = commands
    this.#learned = learned
    this.view = new Source<MemberList>(() => ({
      members: [...this.#members.values()].sort((a, b) => (a.user < b.user ? -1 : 1)),
      complete: this.#isComplete,
    }))
  }

  get isLoaded(): boolean {
    return this.#members.size > 0
  }

  load(): Promise<void> {
    this.#loading ??= this.#load()
    return this.#loading
  }

  /** A room event: who came, went, or changed. */
  note(event: DurableEvent): void {
    if (this.#loading !== undefined && this.#journal.length < MEMBERS_MAX) this.#journal.push(event)
    if (this.isLoaded) this.#apply(event)
  }

  /** Forgets everybody. */
  forget(): void {
    if (!this.isLoaded) return
    this.#members.clear()
    this.#isComplete = false
    this.view.changed()
  }

  async #load(): Promise<void> {
    this.#journal = []
    try {
      const members = new Map<UserId, Member>()
      let page
      do {
        const after = [...members.keys()].at(-1)
        const fields = { room: this.#room, limit: BOUNDS.membersPage, ...(after === undefined ? {} : { after }) }
        page = await this.#commands.run('members', fields)
        for (const member of page.members) members.set(member.user, member)
        this.#learned(page.users)
      } while (page.more && page.members.length > 0 && members.size < MEMBERS_MAX)
      this.#members = members
      this.#isComplete = !page.more
      // Pages may have been read before what came while they were on their way.
      for (const event of this.#journal) this.#apply(event)
      this.view.changed()
    } finally {
      this.#loading = undefined
      this.#journal = []
    }
  }

  #apply(event: DurableEvent): void {
    if (event.type === 'member.left') this.#members.delete(event.user)
    else if (event.type === 'member.joined' || event.type === 'member.updated') this.#put(event.member)
    else return
    this.view.changed()
  }

  #put(member: Member): void {
    const present = this.#members.get(member.user)
    if (present !== undefined || this.#members.size < MEMBERS_MAX)
      this.#members.set(member.user, { ...present, ...member })
    else this.#isComplete = false
  }
}
