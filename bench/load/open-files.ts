import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** What a process has open beside the sockets of a bench. */
const OTHER_FILES = 200

/** This machine lets no process have as many sockets as a size takes. */
export class TooManySockets extends Error {}

/**
 * Sees to it that this process and the servers that it starts from now on may have so many; whoever runs as root may raise
 * the limit. Throws `TooManySockets`.
 */
export function demandSockets(count: number): void {
  const files = count + OTHER_FILES
  if (files <= mayOpen()) return
  spawnSync('prlimit', ['--pid', String(process.pid), `--nofile=${files}:${files}`], { stdio: 'ignore' })
  const max = mayOpen()
  if (files <= max) return
  throw new TooManySockets(
    `This takes ${count} sockets a process, and one may have ${max} files open here. Raise the limit (ulimit -n) or take a smaller size.`,
  )
}

function mayOpen(): number {
  return openFilesMax(readFileSync('/proc/self/limits', 'utf8'))
}

/** From the text of `/proc/…/limits`. Node has raised the soft limit to the hard one by then. */
export function openFilesMax(limits: string): number {
  const found = /^Max open files\s+(\d+|unlimited)/m.exec(limits)?.[1]
  return found === undefined || found === 'unlimited' ? Infinity : Number(found)
}
