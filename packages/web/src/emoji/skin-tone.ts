/** 0 is the yellow of emoji without a tone; 1 to 5 from light to dark. */
export const SKIN_TONES = [0, 1, 2, 3, 4, 5] as const
export type SkinTone = (typeof SKIN_TONES)[number]

const MODIFIERS = ['', '\u{1F3FB}', '\u{1F3FC}', '\u{1F3FD}', '\u{1F3FE}', '\u{1F3FF}'] as const

/** The emoji with everybody in it in that tone. Only for emoji that take one. */
export function takeTone(emoji: string, tone: SkinTone): string {
  // A tone stands in place of the selector that asks for colour.
  return tone === 0 ? emoji : emoji.replaceAll(/(\p{Emoji_Modifier_Base})\uFE0F?/gu, `$1${MODIFIERS[tone]}`)
}

/** The emoji without its tones. */
export function withoutTone(emoji: string): string {
  return emoji.replaceAll(/\p{Emoji_Modifier}/gu, '')
}
