import type { Connection } from './connection.ts'
import { SharedFrame } from './shared-frame.ts'

const ROLL_OVER = new SharedFrame('{"control":"drain","reconnectInMs":0}')

/** Ends a road over HTTP: the client comes back by another one, with the cursors it holds. */
export function rollOver(connection: Connection): void {
  connection.push(ROLL_OVER)
  connection.close('normal', '')
}
