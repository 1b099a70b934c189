/** What one request may hold: what a server takes of commands, characters and keys in a body, with some to spare. */
const BATCH = { commands: 32, characters: 20_000, keys: 200 }
/** A renewed token goes into the next connection, which says how long it lasts; until then it is long enough. */
const RENEWED_MS = 3_600_000

type Fields = Record<string, unknown>
interface Waiting {
  id: unknown
  json: string
  /** Makes the reply what it would have been on a socket. */
  read: (reply: Fields) => Fields
}

export interface FallbackCommandPorts {
  now(): number
  /** Runs the next batch after those before it, also of other connections. */
  inTurn(batch: () => Promise<void>): void
  post(body: string): Promise<Response>
  received(frame: Fields): void
  lost(): void
  renewed(token: string): void
  /** A successor is wanted: to follow other rooms, or with another token. */
  comeBack(): void
  follows(room: string): boolean
  /** Whether the successor can follow a room more. */
  hasPlace(): boolean
}

/** Commands of one connection by `POST /v1/commands`, one request after the other, answered like on a socket. */
export class FallbackCommands {
  readonly #ports: FallbackCommandPorts
  #waiting: Waiting[] = []

  constructor(ports: FallbackCommandPorts) {
    this.#ports = ports
  }

  send(frame: Fields, json: string): void {
    const { id, type, control, room, cursor = null } = frame
    if (control === 'ping') {
      // Any answer is the sign of life.
      this.#add({ id: 0, type: 'users', users: [] }, () => ({ control: 'pong' }))
    } else if (type === 'room.open') {
      const place = room as string
      // What is followed already is answered by the greeting of the successor: a page would not fit between its events.
      if (this.#ports.follows(place)) this.#ports.comeBack()
      else
        this.#add({ id, type: 'sync', rooms: { [place]: cursor } }, (reply) => this.#opened(id, partOf(reply, place)))
    } else if (type === 'room.close') {
      this.#answer(id, {})
      this.#ports.comeBack()
    } else if (type === 'session.renew') {
      this.#ports.renewed(frame['token'] as string)
      this.#answer(id, { expiresAt: this.#ports.now() + RENEWED_MS })
      this.#ports.comeBack()
    } else if (type === 'presence.watch') this.#answer(id, { presence: {} })
    else if (type === 'presence.set' || type === 'activity') this.#answer(id, {})
    else if (type !== 'bye' && control === undefined) this.#add(frame, (reply) => reply, json)
  }

  /** Caught up at once, followed by the successor; a refusal needs none. */
  #opened(id: unknown, part: Fields): Fields {
    if (part['error'] === undefined && this.#ports.hasPlace()) this.#ports.comeBack()
    return { re: id, ...part }
  }

  #add(command: Fields, read: Waiting['read'], json = JSON.stringify(command)): void {
    // What is said in one breath goes in one request.
    if (this.#waiting.push({ id: command['id'], json, read }) === 1) this.#ports.inTurn(() => this.#send())
  }

  async #send(): Promise<void> {
    const batch = this.#waiting.splice(0, this.#fitting())
    if (this.#waiting.length > 0) this.#ports.inTurn(() => this.#send())
    try {
      const response = await this.#ports.post(`[${batch.map(({ json }) => json).join()}]`)
      const { replies, error } = (await response.json()) as { replies?: Fields[]; error?: Fields }
      if (replies === undefined && error === undefined) return this.#ports.lost()
      batch.forEach(({ id, read }, index) => this.#ports.received(read(replies?.[index] ?? { re: id, error })))
      // The token of this connection does not hold any more; the next one asks for another.
      if (error?.['code'] === 'unauthorized') this.#ports.comeBack()
    } catch {
      this.#ports.lost()
    }
  }

  #fitting(): number {
    let characters = 0
    let keys = 0
    const end = this.#waiting.findIndex(({ json }, index) => {
      characters += json.length
      keys += json.split('":').length
      return index > 0 && (index >= BATCH.commands || characters > BATCH.characters || keys > BATCH.keys)
    })
    return end < 0 ? this.#waiting.length : end
  }

  /** Later, like everything that a socket answers. */
  #answer(id: unknown, ok: object): void {
    queueMicrotask(() => this.#ports.received({ re: id, ok }))
  }
}

/** The reply to a `sync` of one room as that to its `room.open`. */
function partOf({ ok, error }: Fields, room: string): Fields {
  if (error !== undefined) return { error }
  const part = (ok as { rooms: Record<string, Fields> }).rooms[room]
  return part?.['error'] === undefined ? { ok: part } : { error: part['error'] }
}
