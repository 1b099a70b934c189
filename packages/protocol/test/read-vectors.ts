import { readFileSync } from 'node:fs'

/** A case of a file in `vectors/`. */
export interface VectorCase {
  name: string
  frame?: { [key: string]: unknown }
  /** Instead of `frame`, where the text itself matters. */
  text?: string
  /** What an accepted frame is read as, if not as it stands. */
  reads?: unknown
  /** To which id a refusal goes, and about what it is. */
  re?: number | null
  code?: string
  field?: string
  /** Which command a reply answers. */
  command?: string
}

export interface VectorFile {
  accepted: VectorCase[]
  refused: VectorCase[]
}

export const COMMAND_FILES = ['hello', 'message', 'reaction', 'room', 'marks', 'people'].map(
  (family) => `commands-${family}.json`,
)

/** A file of `vectors/`; whoever reads it knows its shape. */
export function readVectors(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../vectors/${name}`, import.meta.url), 'utf8'))
}

/** A file of `vectors/` with frames that are accepted and frames that are refused. */
export function readCases(name: string): VectorFile {
  return readVectors(name) as VectorFile
}

export function textOf({ text, frame }: VectorCase): string {
  return text ?? JSON.stringify(frame)
}
