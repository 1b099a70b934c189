import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, isAbsolute, join } from 'node:path'
import { CliError, EXIT } from './exit-code.ts'
import type { Io } from './io.ts'
import { withFileLock } from './file-lock.ts'

/** One place somebody is signed in to. */
export interface SavedSignIn {
  /** Origin: `http://127.0.0.1:8080`. */
  url: string
  user: { id: string; handle: string }
  accessToken: string
  /** When the access token ends, in ms since the epoch. */
  expiresAt: number
  refreshToken: string
}

/** The profile file: where somebody is signed in, and which place commands go to unless told otherwise. */
export interface Profile {
  current?: string
  places: Record<string, SavedSignIn>
}

/** `$XDG_CONFIG_HOME/natter/profile.json`, or under `~/.config`. As the XDG rules say, a relative folder is ignored. */
export function profilePath({ env, homeFolder }: Pick<Io, 'env' | 'homeFolder'>): string {
  const configured = env['XDG_CONFIG_HOME'] ?? ''
  const folder = isAbsolute(configured) ? configured : join(homeFolder, '.config')
  return join(folder, 'natter', 'profile.json')
}

/** The profile; empty where there is no file yet. A broken file is an error that names it, not an empty profile. */
export async function readProfile(io: Io): Promise<Profile> {
  const path = profilePath(io)
  const text = await readIfThere(path)
  if (text === undefined) return { places: {} }
  const profile = parseProfile(text)
  if (profile === undefined) {
    throw new CliError(EXIT.failure, 'profile', `${path} is not a profile of natter. Move it away and log in again.`)
  }
  return profile
}

/**
 * Changes the profile: nobody else changes it meanwhile, and it is replaced in one step with mode 0600, so that a reader
 * sees the old or the new one. `change` may throw: then nothing is written.
 */
export async function changeProfile(
  io: Io,
  change: (profile: Profile) => Promise<Profile> | Profile,
): Promise<Profile> {
  const path = profilePath(io)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  return withFileLock(io, `${path}.lock`, async () => {
    const next = await change(await readProfile(io))
    const written = `${path}.new`
    await rm(written, { force: true })
    await writeFile(written, `${JSON.stringify(next, undefined, 2)}\n`, { mode: 0o600, flush: true })
    // The mode above passes through the umask, which can only take away; this says it whatever the umask.
    await chmod(written, 0o600)
    await rename(written, path)
    return next
  })
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

function parseProfile(text: string): Profile | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!isRecord(value) || !isRecord(value['places'])) return undefined
  const { current, places } = value
  const saved = Object.values(places)
  if (!saved.every(isSavedSignIn)) return undefined
  return {
    ...(typeof current === 'string' ? { current } : {}),
    places: Object.fromEntries(saved.map((each) => [each.url, each])),
  }
}

function isSavedSignIn(value: unknown): value is SavedSignIn {
  if (!isRecord(value) || !isRecord(value['user'])) return false
  const texts = [
    value['url'],
    value['accessToken'],
    value['refreshToken'],
    value['user']['id'],
    value['user']['handle'],
  ]
  return texts.every((text) => typeof text === 'string') && typeof value['expiresAt'] === 'number'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
