import type { User } from '@natter/protocol'
import type { Environment } from '../../src/environment.ts'
import { createNatter } from '../../src/index.ts'
import type { Natter, NatterOptions } from '../../src/index.ts'
import { FakeServer } from './fake-server.ts'
import { Link } from './link.ts'
import { seededRandom } from './random.ts'
import { VirtualTime } from './virtual-time.ts'

/** A client of the fake world, and the means to trouble it. */
export interface Person {
  user: User
  natter: Natter
  /** Every socket it opened, the last one newest. */
  links: Link[]
  link(): Link
  /** The network came back, or the tab became visible. */
  wake(): void
  http: { url: string; init: RequestInit }[]
}

/** Virtual time, one fake server, any number of real SDK clients. */
export class World {
  readonly time = new VirtualTime()
  readonly server = new FakeServer(this.time)
  /** New sockets fail at once while true. */
  isUnreachable = false
  fetch: (url: string, init: RequestInit) => Promise<Response> = async () => new Response('{}')
  readonly #random: () => number

  constructor(seed = 1) {
    this.#random = seededRandom(seed)
  }

  person(user: User | string, options: Partial<NatterOptions> = {}): Person {
    const who = typeof user === 'string' ? this.server.addUser(user) : user
    const links: Link[] = []
    const wakes = new Set<() => void>()
    const http: Person['http'] = []
    const environment: Environment = {
      now: () => this.time.now,
      setTimer: (delayMs, task) => this.time.setTimer(delayMs, task),
      randomBytes: (length) => Uint8Array.from({ length }, () => Math.floor(this.#random() * 256)),
      openSocket: (url, protocols, listener) => {
        const link = new Link(url, protocols, listener, this.time)
        links.push(link)
        if (this.isUnreachable) link.close()
        else this.server.connect(link)
        return link.socket
      },
      fetch: (url, init) => {
        http.push({ url, init })
        return this.fetch(url, init)
      },
      onWake: (wake) => {
        wakes.add(wake)
        return () => wakes.delete(wake)
      },
      exclusive: (_, task) => task(),
    }
    const token = async (): Promise<string> => `token:${who.id}`
    const natter = createNatter({ url: 'http://natter.test', token, environment, ...options })
    const link = (): Link => {
      const last = links.at(-1)
      if (last === undefined) throw new Error(`${who.handle} has no socket.`)
      return last
    }
    return { user: who, natter, links, link, wake: () => wakes.forEach((wake) => wake()), http }
  }

  /** A person who is signed in already. */
  async live(user: User | string, options: Partial<NatterOptions> = {}): Promise<Person> {
    const person = this.person(user, options)
    await this.time.until(() => person.natter.connection.value.state === 'live')
    return person
  }
}

/** The texts that somebody sees in a room, unacknowledged ones in brackets. */
export function texts(natter: Natter, room: Parameters<Natter['room']>[0]): string[] {
  return natter.room(room).timeline.value.items.flatMap((item) => {
    if (item.kind === 'message') return item.message.text
    return item.kind === 'pending' ? `[${item.text}]` : []
  })
}
