import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { rolldown } from 'rolldown'

test('FB-17 what the fallback takes is a file of its own, which names no other but the entry', async () => {
  const bundle = await rolldown({ input: join(import.meta.dirname, '../src/index.ts'), logLevel: 'silent' })
  const { output } = await bundle.generate({ minify: true, format: 'esm' })
  const chunks = output.filter((part) => part.type === 'chunk')
  const speaksHttp = chunks.filter(({ code }) => code.includes('/v1/stream'))
  assert.deepEqual(
    chunks.map(({ isEntry, isDynamicEntry }) => [isEntry, isDynamicEntry]),
    [
      [true, false],
      [false, true],
    ],
  )
  assert.deepEqual(
    speaksHttp.map(({ isEntry, imports }) => [isEntry, imports]),
    [[false, []]],
  )
})
