import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLog } from '../../src/telemetry.ts'

function logged(level: 'debug' | 'info' | 'warn' | 'error' | 'silent'): {
  log: ReturnType<typeof createLog>
  lines: string[]
} {
  const lines: string[] = []
  return { log: createLog(level, { now: () => 1_790_000_000_000 }, { write: (line) => void lines.push(line) }), lines }
}

test('OPT-10 a line is one JSON object, whatever it holds', () => {
  const { log, lines } = logged('info')
  log.info('Somebody came.\n{"level":"error"}', { user: 'us_1234', agent: 'a\r\nb\u001b[31m' })
  assert.equal(lines.length, 1)
  assert.equal(lines[0]?.trimEnd().includes('\n'), false)
  assert(!lines[0]?.includes('\u001b'))
  assert.deepEqual(JSON.parse(lines[0] ?? ''), {
    level: 'info',
    at: 1_790_000_000_000,
    user: 'us_1234',
    agent: 'a\r\nb\u001b[31m',
    message: 'Somebody came.\n{"level":"error"}',
  })
})

test('OPT-10 lines below the level are not written, and silent writes none', () => {
  const { log, lines } = logged('warn')
  for (const level of ['debug', 'info', 'warn', 'error'] as const) log[level](level)
  assert.deepEqual(
    lines.map((line) => (JSON.parse(line) as { message: string }).message),
    ['warn', 'error'],
  )
  const silent = logged('silent')
  silent.log.error('nobody hears')
  assert.deepEqual(silent.lines, [])
})

test('OPT-10 an error keeps its stack and its cause', () => {
  const { log, lines } = logged('error')
  log.error('A request failed.', { errorId: 'x', error: new Error('outer', { cause: new TypeError('inner') }) })
  const { error } = JSON.parse(lines[0] ?? '') as {
    error: { message: string; stack: string; cause: { message: string } }
  }
  assert.deepEqual([error.message, error.cause.message], ['outer', 'inner'])
  assert.match(error.stack, /telemetry\.test\.ts/)
})

test('OPT-10 what is called a secret is not written', () => {
  const { log, lines } = logged('info')
  log.info('Careless.', { token: 'nat_x', password: 'hunter2', text: 'between us', user: 'us_1234' })
  const { token, password, text, user } = JSON.parse(lines[0] ?? '') as Record<string, string>
  assert.deepEqual([token, password, text, user], ['redacted', 'redacted', 'redacted', 'us_1234'])
})
