/** What is typed into a room's composer and not sent. */
export interface Draft {
  readonly text: string
  /** The seq of the message it answers. */
  readonly replyTo?: number | undefined
  /** When it was typed, by this device's clock; rising with each change. */
  readonly at: number
}

export const NO_DRAFT: Draft = { text: '', at: 0 }

/** Longer ones live in memory only, and the browser asks before it closes their page. */
export const DRAFT_LENGTH_MAX = 100_000

/** Of two tabs' drafts the one typed later counts: what is being typed never gives way to something older. */
export function laterDraft(mine: Draft, theirs: Draft): Draft {
  return theirs.at > mine.at ? theirs : mine
}

export function isEmptyDraft({ text, replyTo }: Draft): boolean {
  return text === '' && replyTo === undefined
}

/** A draft as it stands in storage; undefined for what is none. */
export function readDraft(stored: string | null): Draft | undefined {
  try {
    const found: unknown = JSON.parse(stored ?? 'null')
    if (typeof found !== 'object' || found === null) return undefined
    const { text, replyTo, at } = found as Record<string, unknown>
    if (typeof text !== 'string' || typeof at !== 'number') return undefined
    return { text, at, ...(typeof replyTo === 'number' ? { replyTo } : {}) }
  } catch {
    return undefined
  }
}
