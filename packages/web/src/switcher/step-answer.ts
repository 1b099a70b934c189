/** Where the chosen answer stands now: better ones may have come in above it. Without a choice the first one; -1 of none. */
export function chosenAt(answers: readonly { key: string }[], chosen: string | undefined): number {
  const at = answers.findIndex(({ key }) => key === chosen)
  return Math.min(Math.max(0, at), answers.length - 1)
}

/** Rows that PageUp and PageDown pass. */
const PAGE = 8

/** Which answer a key leads to, around the ends; undefined when the key is not for walking. */
export function stepAnswer(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count
    case 'ArrowUp':
      return (at - 1 + count) % count
    case 'PageDown':
      return Math.min(at + PAGE, count - 1)
    case 'PageUp':
      return Math.max(at - PAGE, 0)
    default:
      return undefined
  }
}
