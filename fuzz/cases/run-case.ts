import { Buffer } from 'node:buffer'
import { connect } from 'node:net'
import { takeFrames } from '../../packages/server/test/bad-input/server-frames.ts'
import { BARRIER_ID } from './fuzz-case.ts'
import type { FuzzCase } from './fuzz-case.ts'
import { replyIn, troubleInFrame } from './trouble-in-frame.ts'

/** A server that says nothing for so long waits for more: nothing else will come. */
const QUIET_MS = 120
const CASE_MS_MAX = 30_000

export interface CaseOutcome {
  /** Sentences about what the server should not have said. */
  troubles: string[]
  /** What was answered with a place in a log, by the id of the question. */
  acked: Map<number, Record<string, unknown>>
  /** Whether the last command was answered, and with it all the others. */
  isAnswered: boolean
}

/** Does to the server at `url` what the case says, and looks at all that comes back. */
export function runCase(url: string, { writes, ending }: FuzzCase): Promise<CaseOutcome> {
  const outcome: CaseOutcome = { troubles: [], acked: new Map(), isAnswered: false }
  const { hostname, port } = new URL(url)
  const socket = connect({ port: Number(port), host: hostname, noDelay: true })
  const ear = new Ear(outcome)
  return new Promise((resolve) => {
    const leave = (): void => void socket.destroy()
    const late = setTimeout(() => {
      outcome.troubles.push(`The connection was busy for more than ${CASE_MS_MAX} ms.`)
      leave()
    }, CASE_MS_MAX)
    let quiet = setTimeout(leave, CASE_MS_MAX)
    const becameQuiet = (): void => {
      clearTimeout(quiet)
      if (ending === 'wait') quiet = setTimeout(leave, QUIET_MS)
    }
    socket.on('data', (chunk: Buffer) => {
      ear.hear(chunk)
      if (outcome.isAnswered) leave()
      else becameQuiet()
    })
    // Reset by the server, as it may.
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearTimeout(late)
      clearTimeout(quiet)
      resolve(outcome)
    })
    socket.on('connect', () => {
      if (writes.length === 0) leave()
      for (const [index, bytes] of writes.entries()) {
        const isLast = index === writes.length - 1
        socket.write(bytes, () => {
          if (!isLast) return
          if (ending === 'cut') socket.resetAndDestroy()
          else becameQuiet()
        })
      }
    })
  })
}

/** Listens to one connection: first HTTP, and frames after a 101. */
class Ear {
  readonly #outcome: CaseOutcome
  #isUpgraded = false
  #bytes: Buffer = Buffer.alloc(0)

  constructor(outcome: CaseOutcome) {
    this.#outcome = outcome
  }

  hear(chunk: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, chunk])
    if (!this.#isUpgraded) this.#hearHead()
    if (this.#isUpgraded) this.#hearFrames()
  }

  #hearHead(): void {
    const text = this.#bytes.toString('latin1')
    const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? ''
    const end = text.indexOf('\r\n\r\n')
    if (status === '101' && end >= 0) {
      this.#isUpgraded = true
      this.#bytes = this.#bytes.subarray(end + 4)
    } else if (/^HTTP\/1\.1 5\d\d/m.test(text))
      this.#outcome.troubles.push(`HTTP was answered with ${JSON.stringify(text.slice(0, 60) + text.slice(-200))}`)
    else if (text.length > 12 && status === '') this.#outcome.troubles.push(`That is no HTTP: ${text.slice(0, 100)}`)
  }

  #hearFrames(): void {
    const { frames, rest } = takeFrames(this.#bytes)
    this.#bytes = rest
    for (const frame of frames) {
      const trouble = troubleInFrame(frame)
      if (trouble !== undefined) this.#outcome.troubles.push(trouble)
      const reply = replyIn(frame)
      if (reply === undefined) continue
      if (reply.re === BARRIER_ID) this.#outcome.isAnswered = true
      if (reply.ok !== undefined) this.#outcome.acked.set(reply.re, reply.ok)
    }
  }
}
