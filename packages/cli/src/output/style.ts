import type { Io, Output } from '../io.ts'

export type Paint = (text: string) => string

/** How words are set off from each other on a terminal; elsewhere, with NO_COLOR or a dumb terminal: not at all. */
export interface Style {
  bold: Paint
  dim: Paint
  red: Paint
  green: Paint
  cyan: Paint
}

/** See https://no-color.org: any value of NO_COLOR but the empty one switches colours off. */
export function styleFor(output: Output, env: Io['env']): Style {
  const isPlain = !output.isTerminal || (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb'
  const paint = (from: number, to: number): Paint =>
    isPlain ? (text) => text : (text) => `\x1b[${from}m${text}\x1b[${to}m`
  return { bold: paint(1, 22), dim: paint(2, 22), red: paint(31, 39), green: paint(32, 39), cyan: paint(36, 39) }
}
