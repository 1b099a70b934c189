import { Command } from 'commander'
import { createHttp } from '@natter/client'
import type { NatterHttp, SignedIn } from '@natter/client'
import { usageError } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { escapeLine } from '../output/escape.ts'
import { jsonLine } from '../output/json.ts'
import { helpAfter } from '../place-command.ts'
import { inviteCodeIn, isReadableOnTheWay, placeUrl } from '../place-url.ts'
import { changeProfile, profilePath } from '../profile.ts'
import { readWhole } from '../read-input.ts'
import { savedFrom } from '../sign-in.ts'

interface LoginOptions {
  handle?: string
  passwordStdin?: boolean
  signUp?: boolean
  name?: string
  invite?: string
  json?: boolean
}

export function loginCommand(io: Io): Command {
  return new Command('login')
    .description('Sign in to a place, or sign up, and stay signed in')
    .argument('<url>', 'its address, like http://127.0.0.1:8080, or an invite link to sign up with')
    .option('--handle <handle>', 'who you are (asked for otherwise)')
    .option('--password-stdin', 'read the password from standard input (asked for otherwise)')
    .option('--sign-up', 'make a new account; the first one at a place becomes its owner')
    .option('--name <name>', 'with --sign-up: the name people see')
    .option('--invite <code>', 'with --sign-up: the code of an invite')
    .option('--json', 'print JSON')
    .addHelpText('after', HELP)
    .action(async (address: string, given: LoginOptions, command: Command) => {
      const invite = inviteCodeIn(address)
      const options = invite === undefined ? given : { ...given, signUp: true, invite }
      if (options.signUp !== true && (options.name ?? options.invite) !== undefined) {
        command.error('error: --name and --invite need --sign-up', { code: 'usage' })
      }
      await login(io, placeUrl(address), options)
    })
}

const HELP = `${helpAfter(
  [
    'natter login http://127.0.0.1:8080 --sign-up',
    'natter login https://chat.example.org --handle ada',
    'natter login https://chat.example.org --handle bot --password-stdin < password.txt',
  ],
  '{"url","user": {…}}',
)}
The sign-in is kept in $XDG_CONFIG_HOME/natter/profile.json (or ~/.config), readable for you alone.
Scripts can set NATTER_URL and NATTER_TOKEN instead.
`

async function login(io: Io, url: string, options: LoginOptions): Promise<void> {
  const http = createHttp({ url })
  const place = await http.place()
  if (isReadableOnTheWay(url))
    await io.err.write(`Mind that ${url} is not encrypted: others on the way can read along.\n`)
  if (place.empty && options.signUp !== true) {
    throw usageError(`Nobody has an account at ${url} yet. Add --sign-up to make the first one, its owner.`)
  }
  const signedIn = await credentials(io, http, options)
  await changeProfile(io, (profile) => ({
    current: url,
    places: { ...profile.places, [url]: savedFrom(url, signedIn) },
  }))
  const { user } = signedIn
  const role = user.role === 'member' ? '' : ` (${user.role})`
  await io.out.write(
    options.json === true
      ? jsonLine({ url, user })
      : `Signed in to ${escapeLine(place.name)} as @${escapeLine(user.handle)}${role}; kept in ${profilePath(io)}\n`,
  )
}

async function credentials(io: Io, http: NatterHttp, options: LoginOptions): Promise<SignedIn> {
  const handle = options.handle ?? (await asked(io, 'Handle: ', '--handle'))
  const password =
    options.passwordStdin === true ? await readWhole(io) : await askedPassword(io, options.signUp === true)
  if (options.signUp !== true) return http.signIn({ handle, password })
  const { name, invite } = options
  return http.signUp({
    handle,
    password,
    ...(name === undefined ? {} : { name }),
    ...(invite === undefined ? {} : { invite }),
  })
}

/** A new password is typed twice, since nobody sees what they type. */
async function askedPassword(io: Io, isNew: boolean): Promise<string> {
  const password = await asked(io, 'Password: ', '--password-stdin', true)
  if (isNew && (await asked(io, 'Password again: ', '--password-stdin', true)) !== password) {
    throw usageError('The two passwords differ. Try again.')
  }
  return password
}

function asked(io: Io, question: string, option: string, isSecret = false): Promise<string> {
  if (!io.input.isTerminal) throw usageError(`There is no terminal to ask on: use ${option}.`)
  return io.input.ask(question, { isSecret })
}
