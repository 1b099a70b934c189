import { LIMITS } from '@natter/protocol'
import type { LimitName, Limits, SignupMode } from '@natter/protocol'
import { anchorOf } from './options/configuration-markdown.ts'
import { givenFor, unknownNames } from './options/given-values.ts'
import type { Option } from './options/option.ts'
import { LIMIT_SETTINGS, SETTINGS } from './options/options-table.ts'
import { readCrashAt } from './options/read-crash-at.ts'
import type { CrashAt } from './ports/crashpoint.ts'

/** What the server was told, checked and complete. */
export interface Options {
  host: string
  /** 0: any that is free. */
  port: number
  /** As it was written: relative to where the server was started. */
  dataFolder: string
  databaseUrl: 'sqlite:' | 'memory:'
  busUrl: 'process:'
  signup: SignupMode
  /** An origin. */
  publicUrl: string | undefined
  origins: string[]
  trustedProxies: string[]
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  name: string
  /** How long clients are served on after the server was asked to end. */
  drainMs: number
  /** MiB that may wait for all clients together. */
  outboxMemoryMib: number
  ratesEnforced: boolean
  limits: Limits
  /** Where to end on purpose, in tests. */
  crashAt?: CrashAt
}

/** One thing that is wrong with the settings, as a sentence for the operator. */
export interface OptionsError {
  message: string
}

type Texts = Record<string, string | undefined>

/**
 * Reads settings from the environment and from flags (by the option's name: `databaseUrl`), and complains about all that
 * is wrong at once.
 */
export function readOptions(env: Texts, flags: Texts): Options | OptionsError[] {
  const problems = unknownNames(env, flags)
  const read = <T>(option: Option<T>): T | undefined => {
    const given = givenFor(option, env, flags)
    if (given !== undefined && 'problem' in given) {
      problems.push(given.problem)
      return undefined
    }
    const { source, text } = given ?? { source: option.env, text: option.byDefault }
    if (text === undefined) return undefined
    const found = option.read(text)
    if ('value' in found) return found.value
    problems.push(malformed(option, source, found.must, text))
    return undefined
  }
  const options = collect(read)
  const crashAt = readCrashAt(env)
  if (crashAt !== undefined && 'problem' in crashAt) problems.push(crashAt.problem)
  else if (crashAt !== undefined) options.crashAt = crashAt
  return problems.length === 0 ? (options as Options) : problems.map((message) => ({ message }))
}

function collect(read: <T>(option: Option<T>) => T | undefined): { [Key in keyof Options]: Options[Key] | undefined } {
  const { data, limits, ...others } = SETTINGS
  return {
    host: read(others.host),
    port: read(others.port),
    dataFolder: read(data),
    databaseUrl: read(others.databaseUrl),
    busUrl: read(others.busUrl),
    signup: read(others.signup),
    publicUrl: read(others.publicUrl),
    origins: read(others.origins),
    trustedProxies: read(others.trustedProxies),
    logLevel: read(others.logLevel),
    name: read(others.name),
    drainMs: read(others.drainMs),
    outboxMemoryMib: read(others.outboxMemoryMib),
    ratesEnforced: read(limits) !== 'off',
    limits: readLimits(read),
  }
}

function readLimits(read: (option: Option<number>) => number | undefined): Limits {
  const names = Object.keys(LIMITS) as LimitName[]
  const limits: Limits = { ...LIMITS }
  for (const [index, option] of LIMIT_SETTINGS.entries()) {
    const name = names[index]
    const value = read(option)
    if (name !== undefined && value !== undefined) limits[name] = value
  }
  return limits
}

function malformed(option: Option<unknown>, source: string, must: string, text: string): string {
  // Of a secret no more than what kind it is.
  const shown = option.isSecret ? `${/^[a-z+]{1,12}:(\/\/)?/.exec(text)?.[0] ?? ''}…` : text.slice(0, 100)
  return `${source} ${must}, got ${JSON.stringify(shown)}. See docs/configuration.md#${anchorOf(option)}`
}
