import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bundleSdk } from './bundle.ts'

const BYTES_MAX = 15_360

test('SDK-47 the bundle is small, and holds nothing but the SDK and the contract', async () => {
  const { code, gzippedBytes, modules } = await bundleSdk()
  assert(gzippedBytes <= BYTES_MAX, `${gzippedBytes} bytes gzipped`)
  assert(!/zod/i.test(code))
  for (const module of modules) assert.match(module, /packages\/(client|protocol)\/src\//)
  assert(!/\bfrom ?["'`]|\brequire\(/.test(code), 'it is whole')
  assert.deepEqual(
    code.match(/\bimport ?\(["'`][^"'`]*/g)?.map((each) => /fallback/.test(each)),
    [true],
  )
})
