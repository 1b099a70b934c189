import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'
import type { Socket } from 'node:net'

/** What a direction holds back before it stops reading: then the sender's window closes, as on a real line. */
const HELD_BYTES_MAX = 65_536

/** What is done to the bytes of one direction. */
export interface Shape {
  /** How long each piece is under way. */
  delayMs?: number
  bytesPerSecond?: number
  /** Pieces of exactly this size, each in a write of its own. */
  pieceBytes?: number
  /** Everything that comes within this time goes out as one write. */
  gatherMs?: number
}

/** One direction of a link: takes bytes from a socket and hands them to another, shaped, stalled or not at all. */
export class Pipe {
  shape: Shape
  /** Bytes that were handed on. */
  passedBytes = 0
  readonly #from: Socket
  readonly #to: Socket
  readonly #cut: () => void
  #held: Buffer[] = []
  #heldBytes = 0
  #isPumping = false
  #hasEnded = false
  #isSwallowing = false
  #gate: PromiseWithResolvers<void> | undefined
  /** Bytes that still pass before the line is cut. */
  #leftBytes = Number.POSITIVE_INFINITY

  constructor(from: Socket, to: Socket, shape: Shape, cut: () => void) {
    this.#from = from
    this.#to = to
    this.shape = shape
    this.#cut = cut
    from.on('data', (chunk: Buffer) => this.#take(chunk))
    from.on('end', () => {
      this.#hasEnded = true
      void this.#pump()
    })
  }

  /** Nothing passes until `resume`; what has come stays. */
  stall(): void {
    this.#gate ??= Promise.withResolvers()
  }

  resume(): void {
    this.#gate?.resolve()
    this.#gate = undefined
  }

  /** From here on bytes vanish, and so does the end of the connection. */
  swallow(): void {
    this.#isSwallowing = true
    this.#held = []
    this.#heldBytes = 0
    this.#from.resume()
    this.resume()
  }

  get isSwallowing(): boolean {
    return this.#isSwallowing
  }

  /** Resets the link after so many further bytes. */
  cutAfter(bytes: number): void {
    this.#leftBytes = Math.ceil(bytes)
  }

  #take(chunk: Buffer): void {
    if (this.#isSwallowing) return
    this.#held.push(chunk)
    this.#heldBytes += chunk.length
    if (this.#heldBytes > HELD_BYTES_MAX) this.#from.pause()
    void this.#pump()
  }

  async #pump(): Promise<void> {
    if (this.#isPumping) return
    this.#isPumping = true
    while (this.#heldBytes > 0 && !this.#to.destroyed) await this.#passOne()
    this.#isPumping = false
    if (this.#hasEnded && !this.#isSwallowing && !this.#to.destroyed) this.#to.end()
  }

  async #passOne(): Promise<void> {
    const { delayMs = 0, gatherMs = 0 } = this.shape
    if (this.#gate !== undefined) await this.#gate.promise
    if (delayMs + gatherMs > 0) await wait(delayMs + gatherMs)
    const piece = this.#piece()
    if (piece.length === 0) return
    await this.#write(piece)
    const { bytesPerSecond, pieceBytes } = this.shape
    if (bytesPerSecond !== undefined) await wait((piece.length / bytesPerSecond) * 1_000)
    else if (pieceBytes !== undefined) await nextTurn()
  }

  #piece(): Buffer {
    const { pieceBytes, bytesPerSecond } = this.shape
    const sizeMax = pieceBytes ?? (bytesPerSecond === undefined ? this.#heldBytes : Math.ceil(bytesPerSecond / 20))
    const wanted = Math.min(sizeMax, this.#heldBytes, this.#leftBytes)
    // Whole chunks are joined only where more than one is wanted: joining all for each single byte would take for ever.
    const [first = Buffer.alloc(0)] = this.#held
    const all = wanted <= first.length ? first : Buffer.concat(this.#held)
    const piece = all.subarray(0, wanted)
    const rest = all.subarray(wanted)
    this.#held = [...(rest.length === 0 ? [] : [rest]), ...(all === first ? this.#held.slice(1) : [])]
    this.#heldBytes -= wanted
    if (this.#heldBytes <= HELD_BYTES_MAX) this.#from.resume()
    return piece
  }

  async #write(piece: Buffer): Promise<void> {
    this.#leftBytes -= piece.length
    this.passedBytes += piece.length
    const isTaken = this.#to.write(piece)
    if (this.#leftBytes <= 0) {
      await new Promise<void>((resolve) => this.#to.write('', () => resolve()))
      this.#cut()
    } else if (!isTaken) await drained(this.#to)
  }
}

function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      socket.off('drain', done)
      socket.off('close', done)
      resolve()
    }
    socket.on('drain', done)
    socket.on('close', done)
  })
}
