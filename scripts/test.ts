// `npm test [-- part of a path or of a test name]`: every test of the repository. Last line: `N passed, N failed`.
import { runBrowserTests } from './testing/browser-tests.ts'
import { chooseTests } from './testing/choose-tests.ts'
import { runNodeTests } from './testing/node-tests.ts'
import { outcomeLine, sumOutcomes } from './testing/outcome.ts'
import type { Outcome } from './testing/outcome.ts'
import { root } from './prepare.mjs'

const choice = chooseTests(root, process.argv.slice(2))
const outcomes: Outcome[] = []
if (choice.files.length > 0) outcomes.push(await runNodeTests(root, choice))
if (choice.browserFiles.length > 0) outcomes.push(runBrowserTests(root, choice))

const sum = sumOutcomes(outcomes)
if (sum.passed + sum.failed === 0) console.log('No test ran.')
if (sum.passed === 0 || sum.failed > 0) process.exitCode = 1
console.log(outcomeLine(sum))
