import type { Command } from 'commander'
import { withNatter } from '../connect.ts'
import type { PlaceOptions } from '../connect.ts'
import { findMyRoom, ROOM_HELP } from '../find-room.ts'
import type { Io } from '../io.ts'
import { escapeLine } from '../output/escape.ts'
import { jsonLine } from '../output/json.ts'
import { helpAfter, placeCommand } from '../place-command.ts'

export function leaveCommand(io: Io): Command {
  return placeCommand('leave', 'Leave a room')
    .argument('<room>', ROOM_HELP)
    .addHelpText('after', helpAfter(['natter leave design'], '{"room"}'))
    .action((named: string, options: PlaceOptions) =>
      withNatter(io, options, async (natter) => {
        const room = await findMyRoom(natter, named)
        await natter.room(room).leave()
        await io.out.write(options.json === true ? jsonLine({ room }) : `You have left ${escapeLine(named)}.\n`)
      }),
    )
}
