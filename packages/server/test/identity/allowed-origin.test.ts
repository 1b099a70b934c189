import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allowedOrigins } from '../../src/identity/allowed-origin.ts'

const WITH_PUBLIC_URL = allowedOrigins({
  publicUrl: 'https://good.example',
  origins: ['https://other.example:8443'],
  host: '127.0.0.1',
})

for (const origin of [
  'https://good.example.evil',
  'https://evil-good.example',
  'https://good.example:8443',
  'https://good.example:443',
  'http://good.example',
  'https://GOOD.example',
  'https://good.example/',
  'https://other.example',
  'null',
  '',
  undefined,
]) {
  test(`HTTP-3 ${origin ?? 'no origin'} is not https://good.example`, () => {
    assert.equal(WITH_PUBLIC_URL(origin, 'good.example'), false)
  })
}

test('HTTP-3 the public address and the listed origins are allowed, and with them nothing of Host counts', () => {
  assert.equal(WITH_PUBLIC_URL('https://good.example', 'whatever'), true)
  assert.equal(WITH_PUBLIC_URL('https://other.example:8443', undefined), true)
  assert.equal(WITH_PUBLIC_URL('http://127.0.0.1:8080', '127.0.0.1:8080'), false)
})

test('HTTP-3 without a public address the own pages are allowed, under names that no stranger points here', () => {
  const isAllowed = allowedOrigins({ publicUrl: undefined, origins: [], host: 'chat.lan' })
  for (const host of [
    '127.0.0.1:8080',
    'localhost:8080',
    '[::1]:8080',
    '192.168.1.5:8080',
    'chat.lan',
    'chat.lan:8080',
  ]) {
    assert.equal(isAllowed(`http://${host}`, host), true, host)
  }
  assert.equal(isAllowed('http://rebound.example:8080', 'rebound.example:8080'), false)
  assert.equal(isAllowed('http://127.0.0.1:8081', '127.0.0.1:8080'), false)
  assert.equal(isAllowed('http://localhost:8080', '127.0.0.1:8080'), false)
  assert.equal(isAllowed('https://127.0.0.1:8080', '127.0.0.1:8080'), false)
  assert.equal(isAllowed('http://127.0.0.1.evil.example', '127.0.0.1.evil.example'), false)
})
