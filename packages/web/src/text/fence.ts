const OPENING = /^ {0,3}```([\w+#.-]{0,20})\s*$/
const CLOSING = /^ {0,3}```\s*$/

/** The language a line opens a block of code with, often empty; undefined where it opens none. */
export function openingFence(line: string): string | undefined {
  return line.includes('```') ? OPENING.exec(line)?.[1] : undefined
}

/** Whether a line closes a block of code. */
export function closingFence(line: string): boolean {
  return line.includes('```') && CLOSING.test(line)
}
