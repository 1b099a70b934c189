import { createHttp, NatterError } from '@natter/client'
import type { SignedIn } from '@natter/client'
import { CliError, EXIT } from './exit-code.ts'
import type { Io } from './io.ts'
import { chosenUrl } from './place-url.ts'
import { changeProfile, readProfile } from './profile.ts'
import type { SavedSignIn } from './profile.ts'

/** A token with less left than this is renewed before it is used. */
const TOKEN_SPARE_MS = 90_000

export interface SignIn {
  /** Origin of the place. */
  url: string
  /** For the SDK: a token that holds for a while, renewed in the profile when it does not. */
  token: (why: 'connect' | 'renew') => Promise<string>
}

/**
 * Who one is, and where: NATTER_TOKEN, or the profile. Errors: `unauthorized` (exit 3) where one is not signed in.
 */
export async function findSignIn(io: Io, urlOption: string | undefined): Promise<SignIn> {
  const profile = await readProfile(io)
  const url = chosenUrl(urlOption, io.env['NATTER_URL'], profile.current)
  const fromEnv = io.env['NATTER_TOKEN'] ?? ''
  if (fromEnv !== '') return { url, token: () => Promise.resolve(fromEnv) }
  if (profile.places[url] === undefined) throw notSignedIn(url)
  let last: string | undefined
  return {
    url,
    token: async (why) => {
      // Asked to renew the very token it was given, the server holds it for over, whatever this machine's clock says.
      last = await savedToken(io, url, why === 'renew' ? last : undefined)
      return last
    },
  }
}

/** The saved access token. Several programs share the profile: whoever finds it nearly over renews it for all. */
async function savedToken(io: Io, url: string, over: string | undefined): Promise<string> {
  const isFresh = (saved: SavedSignIn): boolean =>
    saved.accessToken !== over && saved.expiresAt - io.now() > TOKEN_SPARE_MS
  const saved = (await readProfile(io)).places[url]
  if (saved !== undefined && isFresh(saved)) return saved.accessToken
  const profile = await changeProfile(io, async (current) => {
    const latest = current.places[url]
    if (latest === undefined) throw new NatterError('unauthorized', notSignedIn(url).message)
    if (isFresh(latest)) return current
    const renewed = await createHttp({ url }).renew(latest.refreshToken)
    return { ...current, places: { ...current.places, [url]: savedFrom(url, renewed) } }
  })
  return profile.places[url]?.accessToken ?? ''
}

/** What a sign-in leaves in the profile. */
export function savedFrom(url: string, { user, accessToken, expiresAt, refreshToken }: SignedIn): SavedSignIn {
  return { url, user: { id: user.id, handle: user.handle }, accessToken, expiresAt, refreshToken }
}

export function notSignedIn(url: string): CliError {
  return new CliError(EXIT.notSignedIn, 'unauthorized', `You are not signed in at ${url}. Run: natter login ${url}`)
}
