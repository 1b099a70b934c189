// `npm run check [-- part of a step's name]`: what can be known without running the tests, cheapest step first.
import { arrows } from './checks/arrows.ts'
import { builtPage } from './checks/built-page.ts'
import type { Check, Tree } from './checks/check.ts'
import { cycles } from './checks/cycles.ts'
import { dependencies } from './checks/dependencies.ts'
import { docCommands } from './checks/doc-commands.ts'
import { docPaths } from './checks/doc-paths.ts'
import { documents } from './checks/documents.ts'
import { fileSize } from './checks/file-size.ts'
import { forbiddenGlobals } from './checks/forbidden-globals.ts'
import { generated } from './checks/generated.ts'
import { projectWords } from './checks/project-words.ts'
import { readTree } from './checks/read-tree.ts'
import { sizes } from './checks/sizes.ts'
import { specIds } from './checks/spec-ids.ts'
import { formatting, lint, sdkPackage, types, unused } from './checks/tools.ts'
import { outcomeLine } from './testing/outcome.ts'
import { root } from './prepare.mjs'

const STEPS: Check[] = [
  fileSize,
  documents,
  dependencies,
  projectWords,
  docPaths,
  cycles,
  arrows,
  specIds,
  forbiddenGlobals,
  formatting,
  types,
  lint,
  sdkPackage,
  sizes,
  builtPage,
  generated,
  unused,
  docCommands,
]

const wanted = process.argv.slice(2)
const steps = STEPS.filter(({ name }) => wanted.length === 0 || wanted.some((each) => name.includes(each)))
const outcome = { passed: 0, failed: 0, skipped: 0 }
const tree = readTree(root)
for (const step of steps) {
  const startedAt = performance.now()
  const findings = await findingsOf(step, tree)
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(2)
  outcome[findings.length === 0 ? 'passed' : 'failed'] += 1
  console.log(`${findings.length === 0 ? 'ok    ' : 'FAILED'} ${step.name.padEnd(18)} ${seconds.padStart(6)} s`)
  for (const finding of findings) console.log(`  ${finding.replaceAll('\n', '\n  ')}`)
}
if (steps.length === 0) console.log(`There is no such step. The steps: ${STEPS.map(({ name }) => name).join(', ')}.`)
if (outcome.failed > 0 || outcome.passed === 0) process.exitCode = 1
console.log(outcomeLine(outcome))

/** A check that breaks is a failed step, and the others still run. */
async function findingsOf(step: Check, files: Tree): Promise<string[]> {
  try {
    return await step.run(files)
  } catch (error) {
    return [`the check itself broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`]
  }
}
