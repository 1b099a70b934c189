import type { Message, Natter, RoomHandle, RoomId, UserId } from '@natter/client'
import { EVERYBODY_NAMES, handlesIn } from '@natter/protocol'
import { answerTo } from './answers.ts'
import { between, typingMs } from './beats.ts'
import type { Timers } from './timers.ts'

/** Rooms that one person listens in; fewer than a connection may have open. */
const ROOMS_MAX = 30
/** Answers of one person; then they have gone home. */
const ANSWERS_MAX = 1_000
const NOTICES_MS = [900, 2_200] as const
const REACTS_MS = [2_500, 6_000] as const
const REACTS_CHANCE = 0.5
const EMOJI = ['👍', '🎉', '❤️'] as const

/** What somebody of the cast goes by. */
export interface Listener {
  natter: Natter
  handle: string
  /** Answers where everybody is meant, and reacts to what visitors say. */
  isHost: boolean
  isCast: (user: UserId) => boolean
  /** Only what is said from now on is answered, in milliseconds since the epoch of the server's clock. */
  sinceAt: number
  random: () => number
  timers: Timers
}

/** Hears what visitors say, and answers politely where one is written to or mentioned. */
export function listen(listener: Listener): void {
  const { natter } = listener
  const heard = new Set<RoomId>()
  let answersLeft = ANSWERS_MAX

  function lookAtRooms(): void {
    for (const { id } of natter.rooms.value) {
      if (heard.has(id) || heard.size === ROOMS_MAX) continue
      heard.add(id)
      hear(natter.room(id))
    }
  }

  function hear(room: RoomHandle): void {
    let lastSeq = 0
    let said: string | undefined
    let isAnswering = false

    function look(): void {
      for (const item of room.timeline.value.items) {
        if (item.kind !== 'message' || item.message.seq <= lastSeq) continue
        lastSeq = item.message.seq
        room.markRead(lastSeq)
        if (isNews(listener, item.message)) consider(item.message)
      }
    }

    function consider(message: Message): void {
      const isDirect = room.info.value?.kind === 'direct'
      if (isDirect || isNamed(listener, message.text)) answer(message, isDirect)
      else if (listener.isHost && listener.random() < REACTS_CHANCE) {
        const emoji = EMOJI[Math.floor(listener.random() * EMOJI.length)] ?? EMOJI[0]
        listener.timers.after(between(REACTS_MS, listener.random), () => void room.react(message.seq, emoji))
      }
    }

    /** One answer to what is said in one go. */
    function answer({ seq, text, by }: Message, isDirect: boolean): void {
      if (isAnswering || answersLeft-- <= 0) return
      isAnswering = true
      const author = natter.user(by)
      // Looked at now, so that the name is there when it is needed.
      const letGo = author.subscribe(() => undefined)
      listener.timers.after(between(NOTICES_MS, listener.random), () => {
        said = answerTo(text, author.value?.name ?? 'friend', listener.random, said)
        room.typing(true)
        listener.timers.after(typingMs(said, listener.random), () => {
          letGo()
          isAnswering = false
          room.send(said ?? '', isDirect ? {} : { replyTo: seq })
        })
      })
    }

    room.timeline.subscribe(look)
    void room.open().then(look, () => undefined)
  }

  natter.rooms.subscribe(lookAtRooms)
  lookAtRooms()
}

function isNews({ isCast, sinceAt }: Listener, { by, at, deletedAt }: Message): boolean {
  return !isCast(by) && at >= sinceAt && deletedAt === undefined
}

function isNamed({ handle, isHost }: Listener, text: string): boolean {
  const names = handlesIn(text)
  return names.includes(handle) || (isHost && EVERYBODY_NAMES.some((name) => names.includes(name)))
}
