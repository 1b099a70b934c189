import type { Handle } from '../story-shape.ts'
import type { Scene } from './scenes.ts'

/** One line of the talk that goes on, with the pause before it. */
export interface Beat {
  room: string
  by: Handle
  text: string
  /** Before somebody begins to type, and how long they type. */
  waitMs: number
  typesMs: number
}

/** After so many lines people have said enough to each other; they answer still. */
export const BEATS_MAX = 400
const FIRST_WAIT_MS = [12_000, 20_000] as const
const BETWEEN_SCENES_MS = [45_000, 120_000] as const
const BETWEEN_LINES_MS = [2_500, 7_000] as const
const TYPES_MS_MAX = 5_000

/** The scenes one after the other, again and again, with pauses as people make them. The same chance gives the same. */
export function* beats(scenes: readonly Scene[], random: () => number): Generator<Beat, void> {
  let count = 0
  while (scenes.length > 0) {
    for (const { room, lines } of scenes) {
      for (const [index, [by, text]] of lines.entries()) {
        if (count === BEATS_MAX) return
        const pause = index > 0 ? BETWEEN_LINES_MS : count === 0 ? FIRST_WAIT_MS : BETWEEN_SCENES_MS
        count++
        yield { room, by, text, waitMs: between(pause, random), typesMs: typingMs(text, random) }
      }
    }
  }
}

/** How long somebody types a text. */
export function typingMs(text: string, random: () => number): number {
  return Math.min(TYPES_MS_MAX, Math.round(700 + text.length * (30 + 20 * random())))
}

export function between([least, most]: readonly [number, number], random: () => number): number {
  return Math.round(least + (most - least) * random())
}
