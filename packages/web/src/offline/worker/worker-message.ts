/** What a page says to a worker. */
export type ToWorker =
  /** Of which version are you? Answered by a `FromWorker`. */
  | { kind: 'version' }
  /** Rule now, instead of when the last page of the version before has closed. */
  | { kind: 'activate' }

export interface FromWorker {
  kind: 'version'
  version: string
}

export const WORKER_URL = '/sw.js'
