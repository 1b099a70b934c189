import type { Check, TextFile } from './check.ts'
import { isSource } from './parse-source.ts'

const LINES_MAX = 300
const LINES_P90_MAX = 180
const REASON_LENGTH_MIN = 20

/** Small files: none over 300 lines without a reason in its first line, nine of ten in a package under 180. */
export const fileSize: Check = { name: 'file size', run: ({ files }) => findLargeFiles(files) }

export function findLargeFiles(files: TextFile[]): string[] {
  const sized = files
    .filter((file) => isSource(file) || file.path.endsWith('.css'))
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1, first: text.split('\n', 1)[0] ?? '' }))
  return [
    ...sized.filter(({ lines, first }) => lines > LINES_MAX && !isReason(first)).map(tooLong),
    ...findFatPackages(sized),
  ]
}

function tooLong({ path, lines }: { path: string; lines: number }): string {
  return `${path}: ${lines} lines, over ${LINES_MAX}. Split it, or say in a comment on its first line why not.`
}

function findFatPackages(sized: { path: string; lines: number }[]): string[] {
  const packages = Map.groupBy(sized, ({ path }) => /^packages\/[^/]+\/src\//.exec(path)?.[0] ?? '')
  packages.delete('')
  return [...packages].flatMap(([path, files]) => {
    const lines = files.map((file) => file.lines).sort((a, b) => a - b)
    const p90 = lines[Math.ceil(lines.length * 0.9) - 1] ?? 0
    return p90 <= LINES_P90_MAX
      ? []
      : [`${path}: nine of ten files must have at most ${LINES_P90_MAX} lines, they have ${p90}`]
  })
}

function isReason(line: string): boolean {
  return /^(\/\/|\/\*)/.test(line) && line.length >= REASON_LENGTH_MIN
}
