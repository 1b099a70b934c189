import { hash } from 'node:crypto'
import { writtenBody } from '@natter/core'
import { KINDS } from '../rows/kinds.ts'
import type { PostedData } from '../rows/log-data.ts'

/** 96 bits: nobody but the owner of a cid could profit from a collision, of their own two writes. */
const PRINT_BYTES = 12

/** A row as it is found by its cid. */
export interface WrittenRow {
  seq: number
  ref: string
  at: number
  n: number
  kind: number
  print: Uint8Array | null
  data: string
}

/** What the log keeps of a body, to tell a retry from another use of its cid. */
export function printOf(body: string): Uint8Array {
  return hash('sha1', body, 'buffer').subarray(0, PRINT_BYTES)
}

/** Whether the row was written with another body. A row that was cleared is known by its cid alone. */
export function isOtherBody(row: WrittenRow, body: string): boolean {
  if (row.kind !== KINDS['message.posted']) return row.print !== null && Buffer.compare(row.print, printOf(body)) !== 0
  const { text, replyTo } = JSON.parse(row.data) as PostedData
  return text !== undefined && writtenBody('message.send', { text, replyTo }) !== body
}
