import type { Command } from 'commander'
import { signedInAdmin } from '../connect.ts'
import type { PlaceOptions } from '../connect.ts'
import { parseDurationMs } from '../duration.ts'
import type { Io } from '../io.ts'
import { jsonLine } from '../output/json.ts'
import { whenIn } from '../output/when.ts'
import { helpAfter, placeCommand } from '../place-command.ts'

interface AnnounceOptions extends PlaceOptions {
  for?: number
}

export function announceCommand(io: Io): Command {
  return placeCommand('announce', 'Tell everybody something, above every room (owner and admins)')
    .argument('<text>', 'at most 1000 characters')
    .option('--for <duration>', 'how long it stays: 30s, 10m, 2d (default: 1h)', parseDurationMs)
    .addHelpText(
      'after',
      helpAfter(
        ['natter announce "Back in ten minutes" --for 10m'],
        '{"announcement": {"id","text","by","at","untilAt"}}',
      ),
    )
    .action(async (text: string, options: AnnounceOptions) => {
      const announcement = await (await signedInAdmin(io, options)).announce(text, options.for)
      const { day, time } = whenIn(io.timeZone)
      const until = `${day(announcement.untilAt)} ${time(announcement.untilAt)}`
      await io.out.write(options.json === true ? jsonLine({ announcement }) : `Announced until ${until}.\n`)
    })
}
