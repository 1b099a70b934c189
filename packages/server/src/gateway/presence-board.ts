import { PRESENCE_LINGER_MS, presenceOf } from '@natter/core'
import type { ConnectionActivity } from '@natter/core'
import type { EphemeralEvent, PresenceMap, PresenceStatus, UserId } from '@natter/protocol'
import type { Clock } from '../ports/clock.ts'
import type { Connection } from './connection.ts'
import { SharedFrame } from './shared-frame.ts'

interface Person {
  readonly connections: Set<Connection>
  chosen: PresenceStatus
  lastGone: { state: ConnectionActivity; at: number } | undefined
  /** What the watchers were last told. */
  shown: PresenceStatus
}

/** Who is here, as leases: held by open connections, ended by silence, never stored. Watchers hear of changes at the tick. */
export class PresenceBoard {
  readonly #clock: Clock
  readonly #people = new Map<UserId, Person>()
  readonly #watchers = new Map<UserId, Set<Connection>>()
  readonly #watched = new Map<Connection, UserId[]>()
  /** People whose presence may have changed since the last tick, or will when their linger ends. */
  readonly #unsettled = new Set<UserId>()
  /** Watchers that were idle or behind when something changed: they are told everything once they care. */
  readonly #stale = new Set<Connection>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** People and watchers that are remembered. */
  get size(): number {
    return this.#people.size + this.#watchers.size + this.#watched.size + this.#unsettled.size + this.#stale.size
  }

  arrive(user: UserId, connection: Connection): void {
    let person = this.#people.get(user)
    if (person === undefined) {
      person = { connections: new Set(), chosen: 'active', lastGone: undefined, shown: 'offline' }
      this.#people.set(user, person)
    }
    person.connections.add(connection)
    this.#unsettled.add(user)
  }

  leave(user: UserId, connection: Connection): void {
    this.unwatch(connection)
    const person = this.#people.get(user)
    if (person === undefined || !person.connections.delete(connection)) return
    person.lastGone = { state: connection.activity, at: this.#clock.uptime() }
    this.#unsettled.add(user)
  }

  choose(user: UserId, status: PresenceStatus): void {
    const person = this.#people.get(user)
    if (person === undefined) return
    person.chosen = status
    this.#unsettled.add(user)
  }

  /** The connection's activity has changed. */
  stirred(user: UserId): void {
    this.#unsettled.add(user)
  }

  /** Replaces whom a connection hears of; returns how they are now. */
  watch(connection: Connection, users: readonly UserId[]): PresenceMap {
    this.unwatch(connection)
    if (users.length > 0) this.#watched.set(connection, [...new Set(users)])
    for (const user of users) {
      // What is told from now on must build on what is answered now.
      this.#settle(user)
      let watchers = this.#watchers.get(user)
      if (watchers === undefined) this.#watchers.set(user, (watchers = new Set()))
      watchers.add(connection)
    }
    return this.#snapshot(users)
  }

  unwatch(connection: Connection): void {
    for (const user of this.#watched.get(connection) ?? []) {
      const watchers = this.#watchers.get(user)
      watchers?.delete(connection)
      if (watchers?.size === 0) this.#watchers.delete(user)
    }
    this.#watched.delete(connection)
    this.#stale.delete(connection)
  }

  statusOf(user: UserId): PresenceStatus {
    const person = this.#people.get(user)
    if (person === undefined) return 'offline'
    const connections = [...person.connections].map(({ activity }) => ({ state: activity }))
    return presenceOf({ connections, chosen: person.chosen, lastGone: person.lastGone }, this.#clock.uptime())
  }

  /** Tells watchers what has changed, and forgets people who are gone for good. */
  tick(): void {
    const now = this.#clock.uptime()
    for (const user of this.#unsettled) {
      this.#settle(user)
      const person = this.#people.get(user)
      const lingers =
        person?.connections.size === 0 && person.lastGone !== undefined && now - person.lastGone.at < PRESENCE_LINGER_MS
      if (lingers) continue
      this.#unsettled.delete(user)
      if (person?.connections.size === 0) this.#people.delete(user)
    }
    for (const connection of this.#stale) {
      if (!connection.isAttentive(now)) continue
      this.#stale.delete(connection)
      connection.push(changed(this.#snapshot(this.#watched.get(connection) ?? [])))
    }
  }

  #settle(user: UserId): void {
    const person = this.#people.get(user)
    if (person === undefined) return
    const status = this.statusOf(user)
    if (person.shown === status) return
    person.shown = status
    const frame = changed({ [user]: status })
    const now = this.#clock.uptime()
    for (const watcher of this.#watchers.get(user) ?? []) {
      if (watcher.isAttentive(now)) watcher.push(frame)
      else this.#stale.add(watcher)
    }
  }

  #snapshot(users: readonly UserId[]): PresenceMap {
    const presence: PresenceMap = {}
    for (const user of users) presence[user] = this.statusOf(user)
    return presence
  }
}

function changed(presence: PresenceMap): SharedFrame {
  const event: EphemeralEvent = { type: 'presence.changed', presence }
  return new SharedFrame(JSON.stringify(event))
}
