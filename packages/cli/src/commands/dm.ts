import type { Command } from 'commander'
import { withNatter } from '../connect.ts'
import type { PlaceOptions } from '../connect.ts'
import { findUser } from '../find-user.ts'
import type { Io } from '../io.ts'
import { jsonLine } from '../output/json.ts'
import { helpAfter, placeCommand } from '../place-command.ts'

export function dmCommand(io: Io): Command {
  return placeCommand('dm', 'Open the direct conversation with exactly these people, and print its id')
    .argument('<handles...>', 'up to nine people; one is also reached as "@handle" by send and tail')
    .addHelpText('after', helpAfter(['natter dm ada', 'natter send "$(natter dm ada kim)" "Lunch?"'], '{"room": {…}}'))
    .action((handles: string[], options: PlaceOptions) =>
      withNatter(io, options, async (natter) => {
        const users = await Promise.all(handles.map((handle) => findUser(natter.http, handle)))
        const room = await natter.openDm(users.map(({ id }) => id))
        await io.out.write(options.json === true ? jsonLine({ room }) : `${room.id}\n`)
      }),
    )
}
