/** As long as people's messages are. */
export const TEXT_LENGTH = 120
const DUE_DIGITS = 16
const FILLING =
  ' The quick brown fox jumps over the lazy dog while everybody in this room is watching it happen, once and in order.'

/** A text that says in microseconds of this process's clock when it was due, so that whoever reads it knows its age. */
export function messageText(dueAt: number, length = TEXT_LENGTH): string {
  return `${String(Math.round(dueAt * 1_000)).padStart(DUE_DIGITS, '0')}${FILLING}`.padEnd(length, '.').slice(0, length)
}

/** When the message in this frame was due, in milliseconds. */
export function dueAtIn(frame: Buffer): number {
  const { message } = JSON.parse(frame.toString()) as { message: { text: string } }
  return Number(message.text.slice(0, DUE_DIGITS)) / 1_000
}
