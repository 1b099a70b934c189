import { readdirSync, readFileSync } from 'node:fs'

/** Kept for what is not a connection: files that the store opens, lookups of names. */
const SPARE = 16
/** Of the sockets that are left, so many are for requests: who asks whether the server is alive must be answered. */
const FOR_REQUESTS = { most: 64, part: 0.25 }
/** How long a bound that was read is believed; it can be changed from outside. */
const BELIEVED_MS = 1_000
/** Where the system tells nothing. */
const OPEN_GUESS = 64

/** How many sockets this process can have, as its own bound on descriptors allows. */
export interface DescriptorBounds {
  /** All sockets of the server together. */
  socketsMax(): number
  /** Those that stay: WebSockets, and streams and polls. */
  connectionsMax(): number
}

/** Bounds from the process' own; to be called before there is a socket. */
export function descriptorBounds(uptime: () => number): DescriptorBounds {
  const others = openDescriptors() + SPARE
  let limit = descriptorLimit()
  let readAt = uptime()
  const socketsMax = (): number => {
    const now = uptime()
    if (now - readAt >= BELIEVED_MS) {
      limit = descriptorLimit()
      readAt = now
    }
    return Math.max(0, limit - others)
  }
  return {
    socketsMax,
    connectionsMax() {
      const sockets = socketsMax()
      return sockets - Math.ceil(Math.min(FOR_REQUESTS.most, sockets * FOR_REQUESTS.part))
    },
  }
}

function openDescriptors(): number {
  try {
    return readdirSync('/proc/self/fd').length
  } catch {
    return OPEN_GUESS
  }
}

/** The soft limit of this moment; where there is no `/proc`, that of the start. */
function descriptorLimit(): number {
  try {
    const soft = /^Max open files +(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1]
    return soft === undefined ? Infinity : Number(soft)
  } catch {
    return limitAtStart()
  }
}

let atStart: number | undefined

/** Costs some milliseconds, so it is asked once. */
function limitAtStart(): number {
  // The cast: the report has no types, and no such part on Windows.
  const report = process.report.getReport() as { userLimits?: { open_files?: { soft?: unknown } } }
  return (atStart ??= Number(report.userLimits?.open_files?.soft) || Infinity)
}
