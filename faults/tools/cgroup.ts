import { accessSync, constants, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { within } from '../crowd/crowd.ts'
import type { World } from '../world.ts'

/** The controllers, as version 1 has them. */
const ROOTS = { cpu: '/sys/fs/cgroup/cpu', memory: '/sys/fs/cgroup/memory' }
/** The file by which a controller is known. */
const MARKS = { cpu: 'cpu.cfs_quota_us', memory: 'memory.limit_in_bytes' }
const GONE_MS_MAX = 5_000

export type Controller = keyof typeof ROOTS

/** Bounds that hold for one process, until it is let go. */
export interface Cgroup {
  read: (file: string) => string
  letGo: () => void
}

export function canUseCgroup(controller: Controller): boolean {
  try {
    accessSync(join(ROOTS[controller], MARKS[controller]))
    accessSync(ROOTS[controller], constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Puts a process under these bounds: names of files of the controller, and what is written to them. */
export function bound(world: World, pid: number, controller: Controller, bounds: Record<string, number>): Cgroup {
  const root = ROOTS[controller]
  const group = join(root, `natter-faults-${process.pid}-${pid}`)
  mkdirSync(group)
  world.after(() => within(GONE_MS_MAX, () => isRemoved(group)))
  for (const [file, value] of Object.entries(bounds)) writeFileSync(join(group, file), String(value))
  writeFileSync(join(group, 'cgroup.procs'), String(pid))
  return {
    read: (file) => readFileSync(join(group, file), 'utf8'),
    letGo: () => writeFileSync(join(root, 'cgroup.procs'), String(pid)),
  }
}

/** A group can go once nobody is in it. */
function isRemoved(group: string): boolean {
  try {
    rmdirSync(group)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT'
  }
}
