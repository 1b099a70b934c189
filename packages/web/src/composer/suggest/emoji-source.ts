import type { Emoji } from '../../emoji/load-emoji.ts'
import { SUGGESTIONS_MAX } from './suggestion.ts'
import type { SuggestionSource } from './suggestion.ts'

interface EmojiKnowledge {
  load: () => Promise<unknown>
  /** Finds nothing before it is loaded. */
  search: (query: string, limit: number) => readonly Emoji[]
}

/** Emoji by their names. They are loaded when somebody begins to write one. */
export function emojiSource({ load, search }: EmojiKnowledge): SuggestionSource {
  return {
    kind: ':',
    lookUpAfterMs: 0,
    suggest: (query) =>
      search(query, SUGGESTIONS_MAX).map(({ emoji, codes }) => ({
        key: emoji,
        insert: emoji,
        sign: { emoji },
        label: `:${codes[0]}:`,
        note: '',
      })),
    lookUp: async () => {
      await load()
    },
  }
}
