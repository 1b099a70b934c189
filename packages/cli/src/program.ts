import { Command } from 'commander'
import type { OutputConfiguration } from 'commander'
import manifest from '../package.json' with { type: 'json' }
import { announceCommand } from './commands/announce.ts'
import { benchCommand } from './commands/bench.ts'
import { connectionsCommand } from './commands/connections.ts'
import { createCommand } from './commands/create.ts'
import { dmCommand } from './commands/dm.ts'
import { inviteCommand } from './commands/invite.ts'
import { joinCommand } from './commands/join.ts'
import { leaveCommand } from './commands/leave.ts'
import { loginCommand } from './commands/login.ts'
import { logoutCommand } from './commands/logout.ts'
import { roomsCommand } from './commands/rooms.ts'
import { sendCommand } from './commands/send.ts'
import { serveCommand } from './commands/serve.ts'
import { tailCommand } from './commands/tail.ts'
import { usersCommand } from './commands/users.ts'
import { verifyCommand } from './commands/verify.ts'
import { EXIT } from './exit-code.ts'
import type { Io } from './io.ts'
import { styleFor } from './output/style.ts'

/** The whole command line. It never ends the process: help, version and usage errors throw `CommanderError`. */
export function program(io: Io): Command {
  const natter = new Command('natter')
    .description('Self-hosted real-time chat: a server, and a client for people and scripts.')
    .version(manifest.version, '-V, --version')
    .helpCommand(false)
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput(outputFor(io))
    .configureHelp({
      styleTitle: styleFor(io.out, io.env).bold,
      subcommandTerm: (command) => `${command.name()} ${command.usage()}`.replace(' [options]', '').trim(),
    })
    .addHelpText('after', AFTER)
  for (const make of COMMANDS) {
    const command = make(io)
    natter.addCommand(command.copyInheritedSettings(natter))
  }
  return natter
}

const COMMANDS = [
  serveCommand,
  loginCommand,
  logoutCommand,
  roomsCommand,
  joinCommand,
  leaveCommand,
  createCommand,
  dmCommand,
  sendCommand,
  tailCommand,
  inviteCommand,
  announceCommand,
  connectionsCommand,
  usersCommand,
  verifyCommand,
  benchCommand,
]

const AFTER = `
Examples:
  $ natter serve
  $ natter login http://127.0.0.1:8080 --sign-up
  $ natter create general
  $ natter send general "Hello, everybody"
  $ natter tail general

Exit codes:
  ${EXIT.ok}  it is done
  ${EXIT.failure}  it failed; one sentence on standard error says why
  ${EXIT.usage}  wrong arguments
  ${EXIT.notSignedIn}  not signed in
  ${EXIT.unreachable}  the place cannot be reached, or did not confirm a message in time

Environment:
  NATTER_URL, NATTER_TOKEN  the place and an access token, instead of natter login
  NO_COLOR                  no colours, also on a terminal
  XDG_CONFIG_HOME           where natter/profile.json is kept (default: ~/.config)

"natter <command> --help" tells more of each. With --json an error is {"error": {"code","message"}} on standard error.
`

function outputFor({ out, err }: Io): OutputConfiguration {
  // Commander cannot wait; its texts are short, and what is written afterwards waits for them.
  const writeTo = (output: Io['out']) => (text: string) => void output.write(text)
  return {
    writeOut: writeTo(out),
    writeErr: writeTo(err),
    getOutHelpWidth: () => HELP_COLUMNS,
    getErrHelpWidth: () => HELP_COLUMNS,
    getOutHasColors: () => out.isTerminal,
    getErrHasColors: () => err.isTerminal,
  }
}

const HELP_COLUMNS = 100
