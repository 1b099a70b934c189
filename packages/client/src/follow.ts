import type { RoomId } from '@natter/protocol'
import { createAlarm } from './alarm.ts'
import { NatterError } from './errors.ts'
import type { Inside } from './inside.ts'
import { quieted } from './quiet.ts'
import type { Answer } from './requests.ts'
import type { RoomLog } from './room-log.ts'

/** Keeps the server's level of one room at what the application wants: full while it is open somewhere, one command at a time. */
export interface Follow {
  /** It is open somewhere, and was not refused for good. */
  readonly isWanted: boolean
  readonly isFull: boolean
  readonly isRefused: boolean
  open(): Promise<void>
  close(): void
  /** A connection is live, or the room has become visible; `part` is what the greeting holds for it, undefined when it was not asked. */
  connected(part: unknown): void
  disconnected(): void
  /** The room is gone for us. */
  refuse(error: NatterError): void
}

/** `changed`: whether it is wanted, or can be shown as open, is not as it was. */
export function createFollow(
  room: RoomId,
  { environment, requests }: Inside,
  log: RoomLog,
  changed: () => void,
): Follow {
  let wanted = 0
  /** Unsure: what was asked for may or may not have happened. */
  let level: 'digest' | 'changing' | 'unsure' | 'full' = 'digest'
  let isRefused = false
  let opening = newOpening()
  const retry = createAlarm(environment, settle)

  function settle(): void {
    const isWanted = wants()
    if (!requests.isLive || level === 'changing' || retry.isSet || level === (isWanted ? 'full' : 'digest')) return
    level = 'changing'
    const answered = ({ ok, error }: Answer<object>): void => {
      level = 'digest'
      if (isWanted) opened(error ?? log.takeCatchUp(ok))
      // Where the server has it open still, it does not tell how far the room has moved.
      else if (error?.retryAfterMs !== undefined) tryAgain(error.retryAfterMs)
      settle()
    }
    if (isWanted) requests.send('room.open', { room, cursor: log.reader.cursor ?? null }, answered)
    else requests.send('room.close', { room }, answered)
  }

  function wants(): boolean {
    return wanted > 0 && !isRefused
  }

  function opened(error: NatterError | undefined): void {
    if (error === undefined) {
      level = 'full'
      end()
    } else if (error.retryAfterMs === undefined) refuse(error)
    else tryAgain(error.retryAfterMs)
  }

  function tryAgain(inMs: number): void {
    level = 'unsure'
    retry.set(inMs)
  }

  function refuse(error: NatterError): void {
    isRefused = true
    level = 'digest'
    end(error)
  }

  function end(error?: NatterError): void {
    if (error === undefined) opening.resolve()
    else opening.reject(error)
    opening = newOpening()
    changed()
  }

  return {
    get isWanted() {
      return wants()
    },
    get isFull() {
      return level === 'full'
    },
    get isRefused() {
      return isRefused
    },
    open() {
      const { promise } = opening
      wanted++
      isRefused = false
      if (level === 'full') end()
      settle()
      changed()
      return promise
    },
    close() {
      if (wanted === 0 || --wanted > 0) return
      end(new NatterError('stopped', 'This was closed.'))
      settle()
    },
    connected(part) {
      isRefused = false
      if (part && wanted) opened(log.takeCatchUp(part))
      // Closed while the greeting was on its way: the server has it open.
      else if (part) level = 'full'
      settle()
    },
    disconnected() {
      level = 'digest'
      retry.clear()
    },
    refuse,
  }
}

function newOpening(): PromiseWithResolvers<void> {
  const opening = Promise.withResolvers<void>()
  void quieted(opening.promise)
  return opening
}
