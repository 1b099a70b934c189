import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { SKIN_TONES } from './skin-tone.ts'
import type { SkinTone } from './skin-tone.ts'

const RECENT_MAX = 24
const EMOJI_LENGTH_MAX = 64

/** What somebody used last, and the tone of skin they chose; kept on this device for each account. */
export interface EmojiHabits {
  /** The last used first, in the tone it was used in. */
  readonly recent: ReadonlySignal<readonly string[]>
  readonly tone: ReadonlySignal<SkinTone>
  /** To be told of every emoji that is picked. */
  use(emoji: string): void
  setTone(tone: SkinTone): void
}

/** Without storage, or with a full one, for this visit. */
export function createEmojiHabits(
  storage: Pick<Storage, 'getItem' | 'setItem'> | undefined,
  user: string,
): EmojiHabits {
  const key = `natter:emoji:${user}`
  const stored = (): string | null => storage?.getItem(key) ?? null
  let known = stored()
  const kept = readKept(known)
  const recent = signal(kept.recent)
  const tone = signal(kept.tone)
  /** Takes over what another tab has kept since. Where nothing can be kept there is never anything new, and what is here holds. */
  const catchUp = (): void => {
    if (stored() === known) return
    known = stored()
    const changed = readKept(known)
    recent.value = changed.recent
    tone.value = changed.tone
  }
  const keep = (): void => {
    try {
      storage?.setItem(key, JSON.stringify({ recent: recent.value, tone: tone.value }))
      known = stored()
    } catch {
      // Full: it holds for this visit.
    }
  }
  return {
    recent,
    tone,
    use: (emoji) => {
      catchUp()
      recent.value = [emoji, ...recent.value.filter((each) => each !== emoji)].slice(0, RECENT_MAX)
      keep()
    },
    setTone: (chosen) => {
      catchUp()
      tone.value = chosen
      keep()
    },
  }
}

/** What storage holds may have been written by another version, or by hand. */
function readKept(text: string | null): { recent: readonly string[]; tone: SkinTone } {
  try {
    const found: unknown = JSON.parse(text ?? '{}')
    const { recent, tone } = Object(found) as { recent?: unknown; tone?: unknown }
    return {
      recent: Array.isArray(recent) ? recent.filter(isEmoji).slice(0, RECENT_MAX) : [],
      tone: SKIN_TONES.find((each) => each === tone) ?? 0,
    }
  } catch {
    return { recent: [], tone: 0 }
  }
}

function isEmoji(each: unknown): each is string {
  return typeof each === 'string' && each !== '' && each.length <= EMOJI_LENGTH_MAX
}
