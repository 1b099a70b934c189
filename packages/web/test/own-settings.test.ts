import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { cell } from '../src/gallery/cell.ts'
import { BUNDLED } from '../src/settings/bundled.ts'
import { connectionFacts } from '../src/settings/connection-facts.ts'
import { createOwnSettings } from '../src/settings/own-settings.ts'
import type { Settings } from '../src/settings/own-settings.ts'

test('WEB-230 a setting shows at once, and goes back with a word when the server refuses it', async () => {
  const settings = cell<Settings>({ kept: 1 })
  const answers: PromiseWithResolvers<void>[] = []
  const refused: unknown[] = []
  const setSettings = (): Promise<void> => {
    const answer = Promise.withResolvers<void>()
    answers.push(answer)
    return answer.promise
  }
  const own = createOwnSettings({ settings, setSettings }, (error) => refused.push(error))
  own.set({ a: true })
  own.set({ kept: null })
  assert.deepEqual(own.all.value, { a: true })

  answers[0]?.resolve()
  await answers[0]?.promise
  settings.set({ kept: 1, a: true, elsewhere: 2 })
  assert.deepEqual(own.all.value, { a: true, elsewhere: 2 })

  answers[1]?.reject(new Error('no'))
  await answers[1]?.promise.catch(() => {})
  await Promise.resolve()
  assert.deepEqual([own.all.value, refused.length], [{ kept: 1, a: true, elsewhere: 2 }, 1])
})

test('WEB-223 the facts of a connection are told in words', () => {
  const base = {
    counters: { connections: 2, gapsHealed: 1, gapHealedAt: 5 },
    waiting: 2,
    road: undefined,
    isRestarting: false,
    version: '0.1.0',
    now: 10_000,
    time: { relative: () => 'just now', full: () => '' },
  }
  const values = (more: Partial<Parameters<typeof connectionFacts>[0]>): string[] =>
    connectionFacts({ ...base, connection: { state: 'live', since: 0, roundTripMs: 11.6 }, ...more }).map(
      ({ value }) => value,
    )
  assert.deepEqual(values({ road: 'websocket' }), [
    'Connected just now',
    'WebSocket',
    '12 ms',
    '2 messages',
    'just now; 1 so far',
    '2 times',
    '0.1.0',
  ])
  const lost = { connection: { state: 'waiting', attempt: 1, retryAt: 14_000, why: '' } } as const
  assert.deepEqual(values(lost).slice(0, 3), ['Lost; next try in 4 s', 'None', 'Not measured yet'])
  assert.equal(values({ ...lost, isRestarting: true })[0], 'Server is updating, back in a moment')
})

test('WEB-231 every library in the page is named with its licence', () => {
  const { devDependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    devDependencies: Record<string, string>
  }
  const inPage = Object.keys(devDependencies).filter((name) => name !== 'vite' && !name.startsWith('@natter/'))
  const named: readonly string[] = BUNDLED.map(({ name }) => name)
  assert(inPage.length > 0)
  assert.deepEqual(
    inPage.filter((name) => !named.includes(name)),
    [],
  )
})
