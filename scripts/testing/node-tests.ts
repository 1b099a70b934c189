import { AssertionError } from 'node:assert'
import { join, relative } from 'node:path'
import { finished } from 'node:stream/promises'
import { run } from 'node:test'
import type { EventData } from 'node:test'
import { inspect } from 'node:util'
import type { Choice } from './choose-tests.ts'
import type { Outcome } from './outcome.ts'

/** More than cores, for many wait for disks and timers. */
const FILES_AT_ONCE = 3
const FILE_TIMEOUT_MS = 10 * 60_000
const SLOWEST_SHOWN = 5
const OUTPUT_LINES_KEPT = 40

/** Runs test files under node:test, each in its own process. Prints failures in full and the slowest tests. */
export async function runNodeTests(root: string, { files, name }: Choice): Promise<Outcome> {
  const tests = run({
    cwd: root,
    files: files.map((file) => join(root, file)),
    concurrency: FILES_AT_ONCE,
    timeout: FILE_TIMEOUT_MS,
    ...(name ? { testNamePatterns: [name] } : {}),
  })
  const outcome: Outcome = { passed: 0, failed: 0, skipped: 0 }
  const durations: { name: string; durationMs: number }[] = []
  const output = new Map<string, string[]>()

  const keep = ({ file, message }: EventData.TestStdout): void => {
    const lines = [...(output.get(file) ?? []), ...message.trimEnd().split('\n')]
    output.set(file, lines.slice(-OUTPUT_LINES_KEPT))
  }
  tests.on('test:stdout', keep).on('test:stderr', keep)
  tests.on('test:pass', (test) => {
    if (test.name === test.file) {
      // node:test calls a file that ran no test a passed test. With a name filter that is to be expected.
      if (name) return
      outcome.failed += 1
      console.log(`\nFAILED ${relative(root, test.name)} has no test`)
    } else if (test.details.type !== 'suite') {
      outcome[test.skip === undefined && test.todo === undefined ? 'passed' : 'skipped'] += 1
      durations.push({ name: test.name, durationMs: test.details.duration_ms })
    }
  })
  tests.on('test:fail', (test) => {
    const isOfItsTests = isOfTestsInside(test)
    if (!(test.details.type === 'suite' && isOfItsTests)) outcome.failed += 1
    if (!isOfItsTests) printFailure(root, test, output.get(test.file ?? '') ?? [])
  })
  await finished(tests.resume())
  printSlowest(durations)
  return outcome
}

/** The tests inside have been counted and printed already. */
function isOfTestsInside({ details: { error } }: EventData.TestFail): boolean {
  return 'failureType' in error && error.failureType === 'subtestsFailed'
}

function printFailure(root: string, test: EventData.TestFail, output: string[]): void {
  const { error } = test.details
  const place = test.file === undefined ? '' : ` (${relative(root, test.file)}:${test.line ?? 1})`
  console.log(`\nFAILED ${test.name.replace(root, '')}${place}\n${explain(error.cause ?? error)}`)
  if (output.length > 0) console.log(`--- the last lines its file printed ---\n${output.join('\n')}`)
}

function explain(error: unknown): string {
  if (typeof error === 'string') return error
  const text = error instanceof AssertionError ? (error.stack ?? error.message) : inspect(error)
  return text
    .split('\n')
    .filter((line) => !/^\s+at .*\(?node:/.test(line))
    .join('\n')
}

function printSlowest(durations: { name: string; durationMs: number }[]): void {
  const slowest = durations.sort((a, b) => b.durationMs - a.durationMs).slice(0, SLOWEST_SHOWN)
  if (slowest.length > 0) console.log('\nslowest:')
  for (const { name, durationMs } of slowest) console.log(`${(durationMs / 1000).toFixed(2).padStart(8)} s  ${name}`)
}
