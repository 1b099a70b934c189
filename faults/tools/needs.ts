import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Program } from '../../scripts/testing/debian-packages.ts'
import { canUseCgroup } from './cgroup.ts'

/** Something a fault needs of the machine. */
export type Need = 'linux' | 'root' | 'strace' | 'prlimit' | 'cpuCgroup' | 'memoryCgroup' | 'libfaketime'

const LIBFAKETIME = [
  '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1',
  '/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1',
]

/** Why a need is not met here; undefined when it is. */
export function missing(need: Need): string | undefined {
  switch (need) {
    case 'linux':
      return process.platform === 'linux' ? undefined : 'this needs Linux'
    case 'root':
      return process.getuid?.() === 0 ? undefined : 'this needs root'
    case 'strace':
      return isOnPath('strace') ? undefined : 'strace is not installed'
    case 'prlimit':
      return isOnPath('prlimit') ? undefined : 'prlimit is not installed'
    case 'libfaketime':
      return libfaketime() === undefined ? 'libfaketime is not installed' : undefined
    case 'cpuCgroup':
      return canUseCgroup('cpu') ? undefined : 'the CPU controller of version 1 is not there, or may not be written'
    case 'memoryCgroup':
      return canUseCgroup('memory')
        ? undefined
        : 'the memory controller of version 1 is not there, or may not be written'
  }
}

/** What could be installed for these needs. */
export function lackingPrograms(needs: readonly Need[]): Program[] {
  const lacks = (need: Need): boolean => needs.includes(need) && missing(need) !== undefined
  return [...(lacks('strace') ? ['strace' as const] : []), ...(lacks('libfaketime') ? ['faketime' as const] : [])]
}

/** Where the library that lies about the time is. */
export function libfaketime(): string | undefined {
  return LIBFAKETIME.find((path) => existsSync(path))
}

function isOnPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => canRun(join(folder, program)))
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
