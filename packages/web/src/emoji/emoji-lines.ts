import { takeTone } from './skin-tone.ts'
import type { SkinTone } from './skin-tone.ts'

export const EMOJI_GROUPS = [
  'smileys',
  'people',
  'nature',
  'food',
  'travel',
  'activities',
  'objects',
  'symbols',
  'flags',
] as const
export type EmojiGroup = (typeof EMOJI_GROUPS)[number]

/** One emoji as people look for it. */
export interface Emoji {
  readonly emoji: string
  readonly group: EmojiGroup
  /** Without colons, the best known first; never empty. */
  readonly codes: readonly string[]
  /** In the language of the page, where the data has it. */
  readonly name: string
  /** What else it is found by, in small letters. */
  readonly tags: readonly string[]
  /** Version of the emoji standard it came with; 0 for what everything draws. */
  readonly version: number
  readonly takesTone: boolean
}

/** The emoji with everybody in it in one tone; itself where it takes none. */
export function toned({ emoji, takesTone }: Emoji, tone: SkinTone): string {
  return takesTone ? takeTone(emoji, tone) : emoji
}

/** Reads the data: `emoji|version and +|codes|name|tags` a line, groups between them; `others` are names and tags of a second language. */
export function readEmojiLines(text: string, others?: string): Emoji[] {
  const second = others?.trim().split('\n') ?? []
  const found: Emoji[] = []
  let group: EmojiGroup = 'smileys'
  for (const [index, line] of text.trim().split('\n').entries()) {
    const heading = EMOJI_GROUPS.find((each) => line === `#${each}`)
    if (heading) group = heading
    else {
      const [emoji = '', flags = '', codes = '', name = '', tags = ''] = line.split('|')
      const [otherName = '', otherTags = ''] = second[index]?.split('|') ?? []
      const english = otherName === '' ? [] : [name.toLowerCase()]
      found.push({
        emoji,
        group,
        codes: codes.split(' '),
        name: otherName || name,
        tags: [...listed(otherTags), ...english, ...listed(tags)],
        version: Number.parseFloat(flags) || 0,
        takesTone: flags.endsWith('+'),
      })
    }
  }
  return found
}

function listed(tags: string): string[] {
  return tags === '' ? [] : tags.split(',')
}
