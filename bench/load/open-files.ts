import { readFileSync } from 'node:fs'

/** What a process has open beside the sockets of a bench. */
const OTHER_FILES = 200

/** This machine lets no process have as many sockets as a size takes. */
export class TooManySockets extends Error {}

/** Throws `TooManySockets` when a process here may not have so many. Servers under test have the same limit. */
export function demandSockets(count: number): void {
  const max = openFilesMax(readFileSync('/proc/self/limits', 'utf8'))
  if (count + OTHER_FILES <= max) return
  throw new TooManySockets(
    `This takes ${count} sockets a process, and one may have ${max} files open here. Raise the limit (ulimit -n) or take a smaller size.`,
  )
}

/** From the text of `/proc/…/limits`. Node has raised the soft limit to the hard one by then. */
export function openFilesMax(limits: string): number {
  const found = /^Max open files\s+(\d+|unlimited)/m.exec(limits)?.[1]
  return found === undefined || found === 'unlimited' ? Infinity : Number(found)
}
