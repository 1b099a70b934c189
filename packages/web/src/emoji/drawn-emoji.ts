/** What the fonts of a screen draw as pictures. */
export interface DrawnEmoji {
  /** The newest version of the standard. */
  readonly versionMax: number
  /** Some systems have letters in place of the flags of countries. */
  readonly hasFlags: boolean
}

export const ALL_DRAWN: DrawnEmoji = { versionMax: Infinity, hasFlags: true }

/** One emoji that each version of the standard brought, the newest first. */
const WITNESSES: [version: number, emoji: string][] = [
  [17, '🫪'],
  [16, '🫩'],
  [15.1, '🍋‍🟩'],
  [15, '🫨'],
  [14, '🫠'],
  [13.1, '😮‍💨'],
  [13, '🥲'],
  [12.1, '🧑‍⚕️'],
  [12, '🥱'],
]
const OLDEST = '😀'
const FLAG = '🇪🇺'
const SIZE_PX = 12

/** Tries the fonts of this screen: one look a version, a few milliseconds in all. */
export function drawnEmoji(): DrawnEmoji {
  const canvas = document.createElement('canvas')
  canvas.width = SIZE_PX
  canvas.height = SIZE_PX
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) return ALL_DRAWN
  context.textBaseline = 'top'
  context.font = `${SIZE_PX - 2}px 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji', sans-serif`
  // Not even the oldest: the browser hides what it draws, so nothing can be told.
  if (!isPicture(context, OLDEST)) return ALL_DRAWN
  const widthMax = context.measureText(OLDEST).width * 1.3
  const found = WITNESSES.find(([, emoji]) => context.measureText(emoji).width <= widthMax && isPicture(context, emoji))
  return { versionMax: found?.[0] ?? 0, hasFlags: isPicture(context, FLAG) }
}

/** What a font has no picture for is drawn in the colour of the pen; a picture is the same with any pen. */
function isPicture(context: CanvasRenderingContext2D, emoji: string): boolean {
  const [black, red] = ['#000', '#f00'].map((pen) => {
    context.clearRect(0, 0, SIZE_PX, SIZE_PX)
    context.fillStyle = pen
    context.fillText(emoji, 0, 0)
    return context.getImageData(0, 0, SIZE_PX, SIZE_PX).data
  })
  return (
    black !== undefined && black.some((value) => value > 0) && black.every((value, index) => value === red?.[index])
  )
}
