import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CLOSE, closeAction, ERRORS, isRefusal, noSuchRoom, refuse } from '@natter/protocol'
import type { ErrorCode } from '@natter/protocol'
import { readVectors } from './read-vectors.ts'

interface Closes {
  codes: { name: string; code: number; action: string }[]
  others: { code: number; action: string }[]
}

test('WIRE-14 every close code has the number and the consequence of the vectors', () => {
  const { codes, others } = readVectors('closes.json') as Closes
  assert.deepEqual(Object.fromEntries(codes.map(({ name, code }) => [name, code])), CLOSE)
  for (const { code, action } of [...codes, ...others]) assert.equal(closeAction(code), action, String(code))
})

test('WIRE-15 every error code has the status and the retry of the vectors', () => {
  const { codes } = readVectors('errors.json') as { codes: { code: string; status: number; retry: boolean }[] }
  assert.deepEqual(Object.fromEntries(codes.map(({ code, status, retry }) => [code, { status, retry }])), ERRORS)
})

test('WIRE-15 retryAfterMs stands in an error exactly where trying again can help', () => {
  for (const code of Object.keys(ERRORS) as ErrorCode[]) {
    const { retry } = ERRORS[code]
    assert.equal('retryAfterMs' in refuse(code, 'No.').refused, retry, code)
    assert.equal('retryAfterMs' in refuse(code, 'No.', { retryAfterMs: 70 }).refused, retry, code)
  }
  assert.deepEqual(refuse('timeout', 'No.').refused, { code: 'timeout', message: 'No.', retryAfterMs: 1_000 })
  assert.deepEqual(refuse('rate_limited', 'No.', { retryAfterMs: 70 }).refused.retryAfterMs, 70)
  assert.deepEqual(refuse('internal', 'No.', { errorId: 'er_1' }).refused.errorId, 'er_1')
})

test('WIRE-15 a refusal is told from answers of any shape', () => {
  assert(isRefusal(noSuchRoom()))
  for (const answer of [undefined, null, 7, 'refused', {}, [], Object.create({ refused: {} })])
    assert(!isRefusal(answer))
})
