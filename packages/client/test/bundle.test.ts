import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bundleSdk } from './bundle.ts'

const BYTES_MAX = 15_000

test('SDK-47 the bundle is small, and holds nothing but the SDK and the contract', async () => {
  const { code, gzippedBytes, modules } = await bundleSdk()
  assert(gzippedBytes <= BYTES_MAX, `${gzippedBytes} bytes gzipped`)
  assert(!/zod/i.test(code))
  for (const module of modules) assert.match(module, /packages\/(client|protocol)\/src\//)
  assert(!/\bfrom ?["'`]|\bimport ?\(|\brequire\(/.test(code), 'it is whole')
})
