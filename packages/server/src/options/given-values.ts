import { readFileSync, statSync } from 'node:fs'
import { nearestName } from './nearest-name.ts'
import type { Option } from './option.ts'
import { optionsTable } from './options-table.ts'
import { CRASH_AT } from './read-crash-at.ts'

/** What was written for one setting, and where: `--port`, `NATTER_PORT`, `NATTER_DATABASE_URL_FILE`. */
export interface Given {
  source: string
  text: string
}

const PREFIX = 'NATTER_'
const SECRET_BYTES_MAX = 65_536
/** Variables that are no settings: of the command line as a client, of the bench, and of tests. */
const OF_OTHERS: ReadonlySet<string> = new Set(['NATTER_URL', 'NATTER_TOKEN', 'NATTER_BENCH_NODE_ARGS', CRASH_AT])

type Texts = Record<string, string | undefined>

/** What was written for a setting; a flag wins over the environment. An empty variable counts as absent. */
export function givenFor(option: Option<unknown>, env: Texts, flags: Texts): Given | { problem: string } | undefined {
  const flag = flags[option.name]
  if (flag !== undefined) return { source: option.flag, text: flag }
  const text = env[option.env] ?? ''
  const path = option.isSecret ? (env[`${option.env}_FILE`] ?? '') : ''
  if (text !== '' && path !== '') return { problem: `${option.env} and ${option.env}_FILE are both set; use one.` }
  if (path !== '') return readSecret(`${option.env}_FILE`, path)
  return text === '' ? undefined : { source: option.env, text }
}

function readSecret(source: string, path: string): Given | { problem: string } {
  try {
    if (statSync(path).size > SECRET_BYTES_MAX)
      return { problem: `${source} names ${path}, which is larger than a secret.` }
    return { source, text: readFileSync(path, 'utf8').trimEnd() }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return { problem: `${source} names ${path}, which cannot be read: ${code}.` }
  }
}

/** A sentence for each variable and flag that is no setting, with the nearest one that is. */
export function unknownNames(env: Texts, flags: Texts): string[] {
  const known = optionsTable.flatMap(({ env: name, isSecret }) => (isSecret ? [name, `${name}_FILE`] : [name]))
  const names = new Set(known)
  const variables = Object.keys(env).filter(
    (name) => name.startsWith(PREFIX) && !names.has(name) && !OF_OTHERS.has(name),
  )
  const unknownFlags = Object.keys(flags).filter((name) => optionsTable.every((option) => option.name !== name))
  return [
    ...variables.map((name) => unknown(name, nearestName(name, known))),
    ...unknownFlags.map((name) => {
      const nearest = nearestName(
        name,
        optionsTable.map((option) => option.name),
      )
      return unknown(`--${name}`, optionsTable.find((option) => option.name === nearest)?.flag)
    }),
  ]
}

function unknown(name: string, nearest: string | undefined): string {
  return `${name} is not a setting. Did you mean ${nearest ?? 'another one'}? See docs/configuration.md.`
}
