import type { Command } from 'commander'
import { signedInHttp } from '../connect.ts'
import type { PlaceOptions } from '../connect.ts'
import { parseDurationMs } from '../duration.ts'
import type { Io } from '../io.ts'
import { escapeLine } from '../output/escape.ts'
import { jsonLine } from '../output/json.ts'
import { whenIn } from '../output/when.ts'
import { helpAfter, placeCommand } from '../place-command.ts'
import { wholeNumber } from '../whole-number.ts'

const USES_MAX = 100

interface InviteOptions extends PlaceOptions {
  uses?: number
  for?: number
}

export function inviteCommand(io: Io): Command {
  return placeCommand('invite', 'Make a link by which people can sign up here')
    .option('--uses <count>', 'how many people may sign up with it (default: 1)', wholeNumber(1, USES_MAX))
    .option('--for <duration>', 'how long it holds: 1h, 30d (default: 7d)', parseDurationMs)
    .addHelpText(
      'after',
      helpAfter(['natter invite', 'natter invite --uses 20 --for 1d'], '{"invite": {"code","url","expiresAt","uses"}}'),
    )
    .action(async (options: InviteOptions) => {
      const { uses, for: expiresInMs } = options
      const invite = await (
        await signedInHttp(io, options)
      ).createInvite({
        ...(uses === undefined ? {} : { uses }),
        ...(expiresInMs === undefined ? {} : { expiresInMs }),
      })
      if (options.json === true) return io.out.write(jsonLine({ invite }))
      const { day, time } = whenIn(io.timeZone)
      await io.out.write(`${escapeLine(invite.url)}\n`)
      const people = invite.uses === 1 ? 'one person' : `${invite.uses} people`
      await io.err.write(`For ${people}, until ${day(invite.expiresAt)} ${time(invite.expiresAt)}.\n`)
    })
}
