import { spawnSync } from 'node:child_process'
import { cpus, release, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'

/** What a figure has to be read together with. */
export interface Machine {
  cpu: string
  cores: number
  memoryGib: number
  kernel: string
  node: string
  /** The commit that was measured; `+` when files differed from it, undefined outside a clone. */
  git: string | undefined
}

export function describeMachine(): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGib: Math.round(totalmem() / 2 ** 30),
    kernel: release(),
    node: process.version,
    git: commit(),
  }
}

export function machineText({ cpu, cores, memoryGib, kernel, node, git = 'no clone' }: Machine): string {
  return `${cpu}, ${cores} cores, ${memoryGib} GiB, Linux ${kernel}, Node ${node}, commit ${git}`
}

function commit(): string | undefined {
  const cwd = fileURLToPath(new URL('../..', import.meta.url))
  const git = (args: string[]) => spawnSync('git', args, { cwd, encoding: 'utf8' })
  const head = git(['rev-parse', '--short=12', 'HEAD'])
  if (head.status !== 0) return undefined
  const hasChanges = git(['status', '--porcelain', '--untracked-files=no']).stdout.trim() !== ''
  return `${head.stdout.trim()}${hasChanges ? '+' : ''}`
}
