import type { Command } from 'commander'
import { withNatter } from '../connect.ts'
import type { PlaceOptions } from '../connect.ts'
import type { Io } from '../io.ts'
import { escapeLine } from '../output/escape.ts'
import { jsonLine } from '../output/json.ts'
import { helpAfter, placeCommand } from '../place-command.ts'

interface CreateOptions extends PlaceOptions {
  private?: boolean
  topic?: string
  slug?: string
}

export function createCommand(io: Io): Command {
  return placeCommand('create', 'Make a room; you are its owner and first member')
    .argument('<name>', 'what people call it, at most 50 characters')
    .option('--private', 'only people who are invited can see it')
    .option('--topic <text>', 'what it is about')
    .option('--slug <slug>', 'a short name for addresses: 1 to 40 of a-z 0-9 -')
    .addHelpText(
      'after',
      helpAfter(['natter create design', 'natter create "Fancy hats" --private --topic "Hats, only"'], '{"room": {…}}'),
    )
    .action((name: string, options: CreateOptions) =>
      withNatter(io, options, async (natter) => {
        const { topic, slug } = options
        const room = await natter.createRoom({
          kind: options.private === true ? 'private' : 'public',
          name,
          ...(topic === undefined ? {} : { topic }),
          ...(slug === undefined ? {} : { slug }),
        })
        await io.out.write(
          options.json === true
            ? jsonLine({ room })
            : `Made ${room.kind} room #${escapeLine(room.name ?? name)}: ${room.id}\n`,
        )
      }),
    )
}
