import type { Command } from 'commander'
import type { Natter, Room, RoomSummary } from '@natter/client'
import { withNatter } from '../connect.ts'
import type { PlaceOptions } from '../connect.ts'
import type { Io } from '../io.ts'
import { jsonLine } from '../output/json.ts'
import { table } from '../output/table.ts'
import type { Column } from '../output/table.ts'
import { helpAfter, placeCommand } from '../place-command.ts'
import { handlesOf, roomLabel } from '../room-label.ts'

interface RoomsOptions extends PlaceOptions {
  all?: boolean
}

export function roomsCommand(io: Io): Command {
  return placeCommand('rooms', 'List your rooms by recency, with what you have not read')
    .argument('[words]', 'with --all: only rooms whose name or topic has these words')
    .option('--all', 'list the public rooms instead, also those you are not in')
    .addHelpText('after', helpAfter(['natter rooms', 'natter rooms --all', 'natter rooms --all design'], ...JSON_SHAPE))
    .action(async (words: string | undefined, options: RoomsOptions, command: Command) => {
      if (words !== undefined && options.all !== true)
        command.error('error: words to look for need --all', { code: 'usage' })
      await withNatter(io, options, (natter) =>
        options.all === true ? listPublic(io, natter, words, options) : listMine(io, natter, options),
      )
    })
}

const JSON_SHAPE = [
  '{"id","kind","label","name"?,"slug"?,"topic"?,"members","head","archived","unread","mentions"}',
  '--all: "joined" instead of "unread" and "mentions"',
]

async function listMine(io: Io, natter: Natter, { json }: RoomsOptions): Promise<void> {
  const rooms = natter.rooms.value
  const labels = await labelsOf(
    io,
    natter,
    rooms.map(({ room }) => room),
  )
  if (json === true) {
    for (const summary of rooms) {
      const { unread, mentions } = summary
      await io.out.write(jsonLine({ ...roomJson(summary.room, labels), unread, mentions }))
    }
  } else if (rooms.length === 0) {
    await io.err.write('You are in no room yet. See `natter rooms --all` and `natter join`.\n')
  } else {
    await io.out.write(
      table(
        MINE,
        rooms.map((each) => mineRow(each, labels)),
        widthOf(io),
      ),
    )
  }
}

async function listPublic(io: Io, natter: Natter, words: string | undefined, { json }: RoomsOptions): Promise<void> {
  const { rooms, more } = await natter.http.publicRooms(words)
  const labels = await labelsOf(io, natter, rooms)
  const mine = new Set(natter.rooms.value.map(({ id }) => id))
  if (json === true) {
    for (const room of rooms) await io.out.write(jsonLine({ ...roomJson(room, labels), joined: mine.has(room.id) }))
  } else if (rooms.length > 0) {
    const rows = rooms.map((room) => [
      labels.get(room.id) ?? '',
      mine.has(room.id) ? 'yes' : '',
      String(room.members),
      room.id,
      room.topic ?? '',
    ])
    await io.out.write(table(PUBLIC, rows, widthOf(io)))
  } else {
    await io.err.write('There is no such public room.\n')
  }
  if (more) await io.err.write('There are more. Narrow them down: natter rooms --all <words>\n')
}

const MINE: Column[] = [
  { title: 'ROOM' },
  { title: 'UNREAD', align: 'right' },
  { title: 'MENTIONS', align: 'right' },
  { title: 'MEMBERS', align: 'right' },
  { title: 'ID' },
  { title: 'TOPIC', flexible: true },
]
const PUBLIC: Column[] = [
  { title: 'ROOM' },
  { title: 'JOINED' },
  { title: 'MEMBERS', align: 'right' },
  { title: 'ID' },
  { title: 'TOPIC', flexible: true },
]

function mineRow({ room, unread, mentions }: RoomSummary, labels: ReadonlyMap<string, string>): string[] {
  const count = (value: number): string => (value === 0 ? '' : String(value))
  return [labels.get(room.id) ?? '', count(unread), count(mentions), String(room.members), room.id, room.topic ?? '']
}

function roomJson(room: Room, labels: ReadonlyMap<string, string>): object {
  const { id, kind, name, slug, topic, members, head, archivedAt } = room
  return {
    id,
    kind,
    label: labels.get(id),
    name,
    slug,
    topic,
    members,
    head: head[0],
    archived: archivedAt !== undefined,
  }
}

async function labelsOf(io: Io, natter: Natter, rooms: Room[]): Promise<Map<string, string>> {
  const handles = await handlesOf(
    io,
    natter,
    rooms.flatMap(({ people }) => people ?? []),
  )
  const self = natter.self.value?.id
  return new Map(rooms.map((room) => [room.id, self === undefined ? room.id : roomLabel(room, self, handles)]))
}

function widthOf({ out }: Io): number | undefined {
  return out.isTerminal ? out.columns : undefined
}
