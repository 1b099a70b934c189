import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { historyLines } from '@natter/protocol/history'
import type { FinalLog, HistoryRecord } from '@natter/protocol/history'

/** Where a history goes: `<folder>/<name>.jsonl`. */
export interface HistoryPlace {
  folder: string
  name: string
}

/** Writes a history as `natter verify` reads it; the folder is made where it is not there, a file of that name is replaced. */
export function writeHistory(
  { folder, name }: HistoryPlace,
  records: Iterable<HistoryRecord>,
  logs: Iterable<FinalLog>,
): void {
  mkdirSync(folder, { recursive: true })
  const file = openSync(join(folder, `${name}.jsonl`), 'w')
  try {
    for (const line of historyLines(records, logs)) writeSync(file, `${line}\n`)
  } finally {
    closeSync(file)
  }
}
