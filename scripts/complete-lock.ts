// `node scripts/run.mjs scripts/complete-lock.ts`: adds to package-lock.json the packages of other platforms that npm
// leaves out when its registry does not carry them. Without them `npm ci` refuses the whole lockfile.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findMissingOptional } from './checks/missing-optional.ts'
import type { Lock, LockEntry } from './checks/missing-optional.ts'
import { root } from './prepare.mjs'

const PLATFORM = /(android|darwin|freebsd|linux|openharmony|win32)-(arm64|arm|x64|ia32|ppc64|riscv64|s390x)(?:-(.*))?$/

const path = join(root, 'package-lock.json')
const lock = JSON.parse(readFileSync(path, 'utf8')) as Lock
const missing = findMissingOptional(lock)
for (const { name, version, of } of missing) lock.packages[`node_modules/${name}`] = entryOf(name, version, of)
const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'))
writeFileSync(path, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`)
console.log(`package-lock.json: ${missing.length} packages of other platforms added`)

function entryOf(name: string, version: string, of: LockEntry): LockEntry {
  const [, os, cpu, abi = ''] = PLATFORM.exec(name) ?? []
  if (os === undefined || cpu === undefined)
    throw new Error(`${name} does not name a platform, so it must be installed`)
  const libc = abi.includes('musl') ? ['musl'] : abi.includes('gnu') ? ['glibc'] : undefined
  return {
    version,
    cpu: [cpu],
    ...(of.dev === true ? { dev: true } : {}),
    ...(libc ? { libc } : {}),
    optional: true,
    os: [os],
  }
}
