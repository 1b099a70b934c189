import type { Command } from 'commander'
import { withNatter } from '../connect.ts'
import type { PlaceOptions } from '../connect.ts'
import { findPublicRoom } from '../find-room.ts'
import type { Io } from '../io.ts'
import { escapeLine } from '../output/escape.ts'
import { jsonLine } from '../output/json.ts'
import { helpAfter, placeCommand } from '../place-command.ts'

export function joinCommand(io: Io): Command {
  return placeCommand('join', 'Enter a public room')
    .argument('<room>', 'its name or slug (with or without "#"), or its id')
    .addHelpText('after', helpAfter(['natter join design', 'natter join "#Fancy hats"'], '{"room"}'))
    .action((named: string, options: PlaceOptions) =>
      withNatter(io, options, async (natter) => {
        const room = await findPublicRoom(natter, named)
        await natter.joinRoom(room)
        await io.out.write(options.json === true ? jsonLine({ room }) : `You are in ${escapeLine(named)}.\n`)
      }),
    )
}
