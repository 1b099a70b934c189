import { Command } from 'commander'
import { createHttp, NatterError } from '@natter/client'
import type { Io } from '../io.ts'
import { jsonLine } from '../output/json.ts'
import { helpAfter } from '../place-command.ts'
import { chosenUrl } from '../place-url.ts'
import { changeProfile, readProfile } from '../profile.ts'
import type { Profile } from '../profile.ts'
import { findSignIn, notSignedIn } from '../sign-in.ts'

export function logoutCommand(io: Io): Command {
  return new Command('logout')
    .description('Sign out of a place and forget its tokens')
    .argument('[url]', 'where (default: NATTER_URL, or your last login)')
    .option('--json', 'print JSON')
    .addHelpText('after', helpAfter(['natter logout', 'natter logout https://chat.example.org'], '{"url"}'))
    .action(async (address: string | undefined, { json }: { json?: boolean }) => {
      const profile = await readProfile(io)
      const url = chosenUrl(address, io.env['NATTER_URL'], profile.current)
      if (profile.places[url] === undefined) throw notSignedIn(url)
      await endSession(io, url)
      await changeProfile(io, (current) => without(current, url))
      await io.out.write(json === true ? jsonLine({ url }) : `Signed out of ${url}.\n`)
    })
}

/** A session that has ended already is as good as one that ends now. */
async function endSession(io: Io, url: string): Promise<void> {
  try {
    await createHttp(await findSignIn({ ...io, env: { ...io.env, NATTER_TOKEN: undefined } }, url)).signOut()
  } catch (error) {
    if (!(error instanceof NatterError && error.code === 'unauthorized')) throw error
  }
}

function without({ current, places }: Profile, url: string): Profile {
  const { [url]: _, ...others } = places
  const next = current === url ? Object.keys(others).at(-1) : current
  return { ...(next === undefined ? {} : { current: next }), places: others }
}
