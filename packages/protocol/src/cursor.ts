/** A reader's place in a log: the last `seq` it has seen and that row's `ref`. `[0, '']` is the empty beginning. */
export type Cursor = [seq: number, ref: string]

export const CURSOR_START: Cursor = [0, '']
