/** A text and what is selected in it, by UTF-16 units. */
export interface Written {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** A change of a text: `insert` in the place of what stands from `from` to `to`, and what is selected after it. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly insert: string
  readonly select: readonly [from: number, to: number]
}

/** Puts something in the place of the selection, and the caret behind it. */
export function insertion({ from, to }: Written, insert: string): Edit {
  const end = from + insert.length
  return { from, to, insert, select: [end, end] }
}

/** What an edit makes of a text. */
export function edited({ text }: Written, { from, to, insert, select }: Edit): Written {
  return { text: text.slice(0, from) + insert + text.slice(to), from: select[0], to: select[1] }
}

/** Where the line of a place begins. */
export function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1
}
