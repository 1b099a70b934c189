import { plainText } from '../text/plain-text.ts'
import { say } from '../words/say.ts'

/** Messages that arrive faster than this are told together. */
export const ANNOUNCE_EVERY_MS = 2_000
const TOLD_SINGLY_MAX = 3
const TOLD_LENGTH_MAX = 200

/** What a screen reader hears about new messages of the room on screen: each one, or just their number when there are many. */
export function newsSentence(messages: readonly { name: string; text: string }[], room: string): string {
  if (messages.length > TOLD_SINGLY_MAX) return say('timeline.news', { count: messages.length, room })
  return messages
    .map(({ name, text }) => say('timeline.newsOne', { name, text: shortened(plainText(text)) }))
    .join('\n')
}

function shortened(text: string): string {
  return text.length > TOLD_LENGTH_MAX ? `${text.slice(0, TOLD_LENGTH_MAX)}…` : text
}
