import type { Page } from '@playwright/test'
import { noFaults } from '../method/faults.ts'
import type { Faults } from '../method/faults.ts'

/** Until this seq is on screen, which is the last thing that was said. */
export async function untilShown(page: Page, seq: number): Promise<void> {
  await page.locator(`.message[data-seq="${seq}"]`).waitFor()
}

/** The seqs of the messages in the document, from top to bottom. */
export function shownSeqs(page: Page): Promise<number[]> {
  return page
    .locator('.message[data-seq]')
    .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('data-seq'))))
}

/** What is wrong with the rows of a room in which nothing but messages happened: each has to follow the one above it. */
export function faultsOfRows(seqs: readonly number[]): Faults {
  const faults = noFaults()
  for (const [index, seq] of seqs.entries()) {
    const above = seqs[index - 1] ?? seq - 1
    if (seq === above) faults.doubled++
    else if (seq < above) faults.reordered++
    else faults.lost += seq - above - 1
  }
  return faults
}
