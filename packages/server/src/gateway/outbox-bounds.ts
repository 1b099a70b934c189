/** What may wait for one reader, in its socket and before it; beyond this the connection is closed, resumable. */
export const OUTBOX_BYTES_MAX = 1_048_576
/** Answers are refused beyond this, so that what a client asks for never closes it: the rest is for what it did not ask for. */
export const ANSWERS_BYTES_MAX = 786_432
/** A reader with more than this waiting, or with anything waiting for longer, is not told what nobody must know. */
export const BEHIND_BYTES = 131_072
export const BEHIND_MS = 2_000
/** Beyond either the events of rooms that wait are freed, and only which rooms have moved is remembered. */
export const LAG_BYTES = 524_288
export const LAG_AFTER_MS = 8_000
/** Who has not taken what was kept by then is closed, resumable. */
export const LAG_MS_MAX = 20_000
/** Handed to a socket at a time: what is in its hands cannot be freed any more. */
export const WRITE_BYTES_MAX = 65_536
/** How often, in bytes that wait, it is looked at what is to be done about them. */
export const LOOK_EVERY_BYTES = 65_536
/** What all readers of a node may have waiting together, where nothing else was set. */
export const NODE_OUTBOX_BYTES = 134_217_728
