import { makeSchemaVectors } from '@natter/protocol/schemas'
import { openapiJson } from '../../packages/server/src/http/openapi-document.ts'
import { configurationMarkdown } from '../../packages/server/src/options/configuration-markdown.ts'
import { makeCliReference } from './cli-reference.ts'
import { makeProtocol } from './protocol/protocol.ts'
import { makeSdkApi } from './sdk-api/sdk-api.ts'

/** A file that is made from sources and committed, so that it can be read without running anything. */
export type Generated = { path: string; make: (root: string) => string | Promise<string> }

/** Every generated file. `npm run generate` writes them, a check fails when one is not up to date. */
export const GENERATED: Generated[] = [
  { path: 'docs/cli.md', make: makeCliReference },
  { path: 'docs/configuration.md', make: configurationMarkdown },
  { path: 'docs/protocol.md', make: makeProtocol },
  { path: 'packages/client/api.md', make: makeSdkApi },
  { path: 'packages/server/openapi.json', make: openapiJson },
  { path: 'packages/protocol/vectors/schema.json', make: makeSchemaVectors },
]
