import { makeSchemaVectors } from '@natter/protocol/schemas'
import { makeProtocol } from './protocol/protocol.ts'

/** A file that is made from sources and committed, so that it can be read without running anything. */
export type Generated = { path: string; make: (root: string) => string | Promise<string> }

/** Every generated file. `npm run generate` writes them, a check fails when one is not up to date. */
export const GENERATED: Generated[] = [
  { path: 'docs/protocol.md', make: makeProtocol },
  { path: 'packages/protocol/vectors/schema.json', make: makeSchemaVectors },
]
