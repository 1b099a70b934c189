import assert from 'node:assert/strict'
import { test } from 'node:test'
import { declarationsOf } from '../generators/sdk-api/declarations.ts'

test('declarations keep their signatures and comments and lose their bodies', () => {
  const text = `
import { x } from './x.ts'
/** Connects. Answers with a client. */
export function connect(url: string, options: Options = {}): Client { return new Client(url) }
function hidden() {}
/** How to connect. */
export interface Options { token?: string }
export const RETRY_MAX_MS = 30_000
/** A client. */
export class Client extends Base {
  readonly url: string
  #socket = 1
  private secret = 2
  /** Ends it. */
  async close(): Promise<void> { await 1 }
  get state(): State { return 'live' }
}
`
  assert.deepEqual(declarationsOf('index.ts', text), [
    {
      name: 'connect',
      kind: 'function',
      doc: 'Connects. Answers with a client.',
      signature: 'function connect(url: string, options: Options = {}): Client',
    },
    { name: 'Options', kind: 'type', doc: 'How to connect.', signature: 'interface Options { token?: string }' },
    { name: 'RETRY_MAX_MS', kind: 'constant', doc: '', signature: 'const RETRY_MAX_MS = 30_000' },
    {
      name: 'Client',
      kind: 'class',
      doc: 'A client.',
      signature:
        'class Client extends Base {\n  readonly url: string\n  /** Ends it. */\n  async close(): Promise<void>\n  get state(): State\n}',
    },
  ])
})
