import { signal } from '@preact/signals'
import { language } from '../words/say.ts'
import type { Emoji } from './emoji-lines.ts'
import type { EmojiTable } from './emoji-table.ts'

export type { Emoji } from './emoji-lines.ts'

const table = signal<EmojiTable | undefined>(undefined)
let loading: { tag: string; table: Promise<EmojiTable> } | undefined

/** Loads the emoji, once a language of the page. Rejects where the server cannot be reached; the next call tries again. */
export function loadEmoji(): Promise<EmojiTable> {
  const { tag } = language.peek()
  if (loading?.tag !== tag) {
    const task = import('./read-emoji.ts').then(({ readEmoji }) => readEmoji(tag))
    loading = { tag, table: task }
    task.then(
      (read) => {
        if (loading?.table === task) table.value = read
      },
      () => {
        if (loading?.table === task) loading = undefined
      },
    )
  }
  return loading.table
}

/** What fits the query, the best first, at most `limit`. Nothing before `loadEmoji`; components follow it. */
export function emojiSearch(query: string, limit: number): Emoji[] {
  return table.value?.search(query, limit) ?? []
}

/** The emoji of a name between colons, given without them: `tada`. Nothing before `loadEmoji`; components follow it. */
export function emojiOf(shortcode: string): string | undefined {
  return table.value?.of(shortcode.toLowerCase())?.emoji
}

/** All that this screen draws, in the order of the standard. Nothing before `loadEmoji`; components follow it. */
export function allEmoji(): readonly Emoji[] {
  return table.value?.all ?? []
}
