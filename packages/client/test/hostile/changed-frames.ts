import { BAD_VALUES } from '../../../protocol/test/mutations.ts'

/** A frame of a server with one thing wrong in it, as the text that is sent. */
export interface ChangedFrame {
  name: string
  text: string
}

const PLACE = '\u0001here'
/** Of the bad values those that are told apart by where they stand; the others are about texts, which are shown as they are. */
const VALUES = Object.entries(BAD_VALUES).filter(([name]) => !/too long|too many|escape|markup|quotes|path/.test(name))

/** The frame with every field in turn gone, doubled, or of every other kind. */
export function* changedFrames(frame: object): Iterable<ChangedFrame> {
  for (const path of pathsIn(frame)) {
    const where = path.join('.')
    for (const [name, raw] of VALUES) {
      const marked = structuredClone(frame)
      const holder = at(marked, path.slice(0, -1))
      holder[path.at(-1) ?? ''] = PLACE
      yield { name: `${name} at ${where}`, text: JSON.stringify(marked).replace(JSON.stringify(PLACE), () => raw) }
    }
    const gone = structuredClone(frame)
    const holder = at(gone, path.slice(0, -1))
    if (Array.isArray(holder)) holder.splice(Number(path.at(-1)), 1)
    else delete holder[path.at(-1) ?? '']
    yield { name: `nothing at ${where}`, text: JSON.stringify(gone) }
  }
}

function pathsIn(value: unknown, prefix: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => [[...prefix, key], ...pathsIn(item, [...prefix, key])])
}

function at(value: object, path: string[]): Record<string, unknown> {
  return path.reduce((each, key) => each[key] as Record<string, unknown>, value as Record<string, unknown>)
}
