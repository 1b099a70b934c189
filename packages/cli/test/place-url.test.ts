import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDurationMs } from '../src/duration.ts'
import { chosenUrl, isReadableOnTheWay, placeUrl } from '../src/place-url.ts'
import { wholeNumber } from '../src/whole-number.ts'

test('CLI-14 an address becomes an origin: http on this machine and https elsewhere, unless it says', () => {
  assert.equal(placeUrl('http://127.0.0.1:8080/rooms/x?y#z'), 'http://127.0.0.1:8080')
  assert.equal(placeUrl('127.0.0.1:8080'), 'http://127.0.0.1:8080')
  assert.equal(placeUrl('localhost'), 'http://localhost')
  assert.equal(placeUrl('[::1]:8080'), 'http://[::1]:8080')
  assert.equal(placeUrl('Chat.Example.org'), 'https://chat.example.org')
  assert.equal(placeUrl('localhost.example.org'), 'https://localhost.example.org')
})

for (const wrong of ['', 'ftp://x', 'http://', 'http://ada:secret@x', 'a b', 'javascript:alert(1)']) {
  test(`CLI-14 "${wrong}" is refused as an address`, () => {
    assert.throws(() => placeUrl(wrong), { exitCode: 2, message: /is not the address of a Natter server/ })
  })
}

test('CLI-14 the password of a place without encryption is warned of, except on this machine', () => {
  assert.equal(isReadableOnTheWay('http://chat.example.org'), true)
  assert.equal(isReadableOnTheWay('https://chat.example.org'), false)
  assert.equal(isReadableOnTheWay('http://127.0.0.1:8080'), false)
})

test('CLI-15 the option wins over NATTER_URL, and that over the last login', () => {
  assert.equal(chosenUrl('http://a', 'http://b', 'http://c'), 'http://a')
  assert.equal(chosenUrl(undefined, 'http://b', 'http://c'), 'http://b')
  assert.equal(chosenUrl(undefined, '', 'http://c'), 'http://c')
  assert.throws(() => chosenUrl(undefined, undefined, undefined), { exitCode: 3 })
})

test('CLI-11 durations and counts out of their bounds are refused with what is allowed', () => {
  assert.deepEqual(['30s', '10m', '1h', '2d'].map(parseDurationMs), [30_000, 600_000, 3_600_000, 172_800_000])
  for (const wrong of ['', '0s', '1', 'h', '1.5h', '-1h', '9999999d', '1w', '3651d']) {
    assert.throws(() => parseDurationMs(wrong), { message: /number with a unit/ }, wrong)
  }
  assert.equal(wholeNumber(1, 5)('5'), 5)
  for (const wrong of ['0', '6', 'x', '', '1e1', '0x1'])
    assert.throws(() => wholeNumber(1, 5)(wrong), { message: /from 1 to 5/ })
})
