import type { Command } from 'commander'
import type { Message, Natter, RoomHandle, RoomId } from '@natter/client'
import { withNatter } from '../connect.ts'
import type { PlaceOptions } from '../connect.ts'
import { findMyRoom, ROOM_HELP } from '../find-room.ts'
import { beforeLast, follow, lastUpTo } from '../follow.ts'
import type { Io } from '../io.ts'
import { jsonLine } from '../output/json.ts'
import { messageLine } from '../output/message-line.ts'
import { styleFor } from '../output/style.ts'
import { whenIn } from '../output/when.ts'
import { helpAfter, placeCommand } from '../place-command.ts'
import { tellConnection } from '../tell-connection.ts'
import { handlesOf } from '../room-label.ts'
import { wholeNumber } from '../whole-number.ts'

const LAST_DEFAULT = 10
const LAST_MAX = 10_000

interface TailOptions extends PlaceOptions {
  last: number
  since?: number
  follow: boolean
}

export function tailCommand(io: Io): Command {
  return placeCommand('tail', 'Print the messages of a room as they come, without a gap, until you stop it')
    .argument('<room>', ROOM_HELP)
    .option('-n, --last <count>', 'begin with so many of the newest messages', wholeNumber(0, LAST_MAX), LAST_DEFAULT)
    .option('--since <seq>', 'begin with everything after this seq instead', wholeNumber(0, Number.MAX_SAFE_INTEGER))
    .option('--no-follow', 'end when everything that is there has been printed')
    .addHelpText('after', HELP)
    .action((named: string, options: TailOptions) =>
      withNatter(io, options, async (natter) => {
        const id = await findMyRoom(natter, named)
        const stopTelling = tellConnection(io, natter)
        try {
          await tail(io, natter, id, options)
        } finally {
          stopTelling()
        }
      }),
    )
}

const HELP = `${helpAfter(
  [
    'natter tail general',
    'natter tail @ada -n 50',
    'natter tail ops --since 1042 --json',
    'natter tail ops -n 1000 --no-follow > ops.txt',
  ],
  '{"room","handle","seq","n","by","at","cid","text","replyTo"?,"reactions"?,"editedAt"?,"deletedAt"?}',
)}
A message is printed once, as it is then: later edits and deletions are not shown.
When the server goes away, tail says so on standard error, waits for it, and goes on where it was.
Ctrl-C ends it with exit code 0.
`

async function tail(io: Io, natter: Natter, id: RoomId, options: TailOptions): Promise<void> {
  const room = natter.room(id)
  await room.open()
  const from =
    options.since === undefined ? beforeLast(room.timeline.value, options.last) : await lastUpTo(room, options.since)
  const print = printerFor(io, natter, room, options)
  await follow(io, from, { natter, room, print, untilHead: !options.follow })
}

function printerFor(
  io: Io,
  natter: Natter,
  { id }: RoomHandle,
  { json }: TailOptions,
): (message: Message) => Promise<void> {
  const style = styleFor(io.out, io.env)
  const when = whenIn(io.timeZone)
  const handles = new Map<string, string>()
  let day = ''
  return async (message) => {
    const handle = handles.get(message.by) ?? (await handlesOf(io, natter, [message.by])).get(message.by) ?? message.by
    handles.set(message.by, handle)
    if (json === true) return io.out.write(jsonLine({ room: id, handle, ...message }))
    const today = when.day(message.at)
    const heading = today === day ? '' : `${style.dim(`--- ${today} ---`)}\n`
    day = today
    await io.out.write(heading + messageLine(message, handle, style, when))
  }
}
