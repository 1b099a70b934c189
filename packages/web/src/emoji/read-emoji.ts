import { EMOJI_EN } from './data/emoji-en.ts'
import { drawnEmoji } from './drawn-emoji.ts'
import { emojiTable } from './emoji-table.ts'
import type { EmojiTable } from './emoji-table.ts'

/** The data in a language of the page, for this screen. The one chunk that has it. */
export async function readEmoji(tag: string): Promise<EmojiTable> {
  const other = tag.startsWith('de') ? (await import('./data/emoji-de.ts')).EMOJI_DE : undefined
  return emojiTable(EMOJI_EN, other, drawnEmoji())
}
