import type { RoomId, UserId } from '@natter/protocol'
import { createAlarm } from './alarm.ts'
import type { Inside } from './inside.ts'
import { createSource } from './view.ts'
import type { Source } from './view.ts'

/** People shown as typing in one room at once. */
const TYPISTS_MAX = 50
/** The longest that one notice may hold. */
const EXPIRES_MS_MAX = 10_000
/** What is told of somebody's typing so soon after their message was about that message. */
const AFTERWARDS_MS = 1_000

/** Who is typing in one room, and telling it that we are. */
export interface Typing {
  readonly view: Source<readonly UserId[]>
  /** Says that we are typing, at most every 3 s however often it is called, or that we have stopped. Lost ones do no harm. */
  announce(on: boolean): void
  /** Our message has gone out: it says for everybody that we have stopped. */
  sent(): void
  heard(user: UserId, expiresInMs: number): void
  /** They have posted what they were typing. */
  posted(user: UserId): void
  forget(): void
}

export function createTyping(room: RoomId, inside: Inside): Typing {
  const { environment, requests } = inside
  const typists = new Map<UserId, () => void>()
  const late = new Set<UserId>()
  const view = createSource<readonly UserId[]>(() => [...typists.keys()])
  let isAnnounced = false
  const pause = createAlarm(environment, sent)

  function sent(): void {
    isAnnounced = false
  }

  function stopped(user: UserId): void {
    typists.get(user)?.()
    if (typists.delete(user)) view.changed()
  }

  return {
    view,
    announce(on) {
      if (!requests.isLive || on === isAnnounced || (on && pause.isSet)) return
      isAnnounced = on
      if (on) pause.set(inside.limits.typingIntervalMs)
      requests.send('typing', { room, on })
    },
    sent,
    heard(user, expiresInMs) {
      stopped(user)
      if (expiresInMs === 0 || user === inside.selfId || late.has(user) || typists.size >= TYPISTS_MAX) return
      typists.set(
        user,
        environment.setTimer(Math.min(expiresInMs, EXPIRES_MS_MAX), () => stopped(user)),
      )
      view.changed()
    },
    posted(user) {
      stopped(user)
      late.add(user)
      environment.setTimer(AFTERWARDS_MS, () => late.delete(user))
    },
    forget() {
      for (const user of typists.keys()) stopped(user)
      pause.clear()
      sent()
    },
  }
}
