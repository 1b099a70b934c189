import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensurePage } from '../prepare/page.mjs'
import type { Choice } from './choose-tests.ts'
import { ensurePrograms } from './debian-packages.ts'
import type { Outcome } from './outcome.ts'

const RUN_TIMEOUT_MS = 15 * 60_000
const REPORT_BYTES_MAX = 64 * 1024 * 1024

type Report = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  suites: Suite[]
  errors: { message?: string }[]
}
type Suite = { file: string; suites?: Suite[]; specs: Spec[] }
type Spec = { title: string; ok: boolean; file: string; line: number; tests: { results: Result[] }[] }
type Result = { status: string; errors: { message?: string }[] }

/** Runs the page's tests in Chromium, through Playwright. What cannot run counts as failed, never as skipped. */
export function runBrowserTests(root: string, { browserFiles, name }: Choice): Outcome {
  const reason = missing(root)
  if (reason !== undefined) return failed(`The browser tests cannot run: ${reason}`)
  const web = join(root, 'packages/web')
  const args = ['test', '--config', join(web, 'playwright.config.ts'), '--reporter=json']
  if (name) args.push('--grep', name.source)
  const files = browserFiles.map((file) => RegExp.escape(join(root, file)))
  const cli = join(root, 'node_modules/@playwright/test/cli.js')
  const done = spawnSync(process.execPath, [cli, ...args, ...files], {
    cwd: web,
    env: { ...process.env, FORCE_COLOR: '0' },
    encoding: 'utf8',
    timeout: RUN_TIMEOUT_MS,
    maxBuffer: REPORT_BYTES_MAX,
  })
  const report = readReport(done.stdout)
  if (!report) return failed(`Playwright gave no report: ${done.error?.message ?? ''}\n${done.stdout}${done.stderr}`)
  return outcomeOf(report)
}

/** Why the browser tests cannot run; CHROMIUM_PATH names a Chromium elsewhere. */
function missing(root: string): string | undefined {
  const reason = process.env.CHROMIUM_PATH === undefined ? ensurePrograms(['chromium']) : undefined
  if (reason !== undefined) return reason
  try {
    ensurePage(root, process.execPath)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** A test that only passes on a second try is a failed one. */
export function outcomeOf({ stats, suites, errors }: Report): Outcome {
  for (const spec of suites.flatMap(specsOf).filter((each) => !each.ok)) printFailure(spec)
  for (const error of errors) console.log(`\nFAILED browser tests\n${error.message ?? ''}`)
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped }
}

function printFailure(spec: Spec): void {
  console.log(`\nFAILED ${spec.title} (packages/web/e2e/${spec.file}:${spec.line})`)
  for (const error of spec.tests.flatMap((test) => test.results).flatMap((result) => result.errors)) {
    console.log(error.message ?? '')
  }
}

function specsOf(suite: Suite): Spec[] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)]
}

function readReport(stdout: string): Report | undefined {
  try {
    return JSON.parse(stdout.slice(stdout.indexOf('{'))) as Report
  } catch {
    return undefined
  }
}

function failed(reason: string): Outcome {
  console.log(`\nFAILED ${reason}`)
  return { passed: 0, failed: 1, skipped: 0 }
}
