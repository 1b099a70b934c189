import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** What another theme can change. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

/** One thing that axe found, short enough to read in a failed test. */
export interface Finding {
  rule: string
  impact: string
  /** Where, and what is wrong with it. */
  at: string[]
}

/** Puts axe into every document that the page will load. Scripts of the test are no scripts of the page: its policy does not concern them. */
export async function bringAxe(page: Page): Promise<void> {
  await page.addInitScript({ content: SOURCE })
}

/** Everything axe finds in the page as it stands, of any impact. `colours`: only what a theme can change; `shape`: all but that. */
export async function axeFindings(page: Page, what: 'all' | 'colours' | 'shape' = 'all'): Promise<Finding[]> {
  const only = what === 'colours' ? { type: 'rule', values: COLOUR_RULES } : { type: 'tag', values: TAGS }
  const rules = what === 'shape' ? Object.fromEntries(COLOUR_RULES.map((rule) => [rule, { enabled: false }])) : {}
  return page.evaluate(
    async ([only, rules]) => {
      const { axe } = window as unknown as { axe: Axe }
      const { violations } = await axe.run(document, {
        runOnly: only,
        rules,
        resultTypes: ['violations'],
        preload: false,
      })
      return violations.map(({ id, impact, nodes }) => ({
        rule: id,
        impact: impact ?? 'none',
        at: nodes.map(
          (node) =>
            `${node.target.join(' ')}: ${(node.failureSummary ?? '').replaceAll(/\s+/g, ' ').replace(/^Fix \w+ of the following: /, '')}`,
        ),
      }))
    },
    [only, rules] as const,
  )
}

/** As much of axe as is used here: its own types want it as a global of the compiler, too. */
interface Axe {
  run(
    context: Document,
    options: object,
  ): Promise<{
    violations: { id: string; impact?: string | null; nodes: { target: unknown[]; failureSummary?: string }[] }[]
  }>
}
