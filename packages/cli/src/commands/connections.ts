import type { Command } from 'commander'
import type { ConnectionInfo } from '@natter/client'
import { signedInAdmin } from '../connect.ts'
import type { PlaceOptions } from '../connect.ts'
import type { Io } from '../io.ts'
import { escapeLine } from '../output/escape.ts'
import { jsonLine } from '../output/json.ts'
import { table } from '../output/table.ts'
import type { Column } from '../output/table.ts'
import { whenIn } from '../output/when.ts'
import { helpAfter, placeCommand } from '../place-command.ts'

interface ConnectionsOptions extends PlaceOptions {
  close?: string
}

export function connectionsCommand(io: Io): Command {
  return placeCommand('connections', 'List who is connected, or close a connection (owner and admins)')
    .option('--close <id>', 'close this one; its client may come back')
    .addHelpText('after', helpAfter(['natter connections', 'natter connections --close c_3f9k'], ...JSON_SHAPE))
    .action(async (options: ConnectionsOptions) => {
      const admin = await signedInAdmin(io, options)
      if (options.close === undefined) return list(io, await admin.connections(), options)
      await admin.closeConnection(options.close)
      await io.out.write(
        options.json === true ? jsonLine({ closed: options.close }) : `Closed ${escapeLine(options.close)}.\n`,
      )
    })
}

const JSON_SHAPE = [
  '{"id","user","handle","address","client","device","since","transport","rooms","queuedBytes"}',
  '--close: {"closed"}',
]

const COLUMNS: Column[] = [
  { title: 'ID' },
  { title: 'WHO' },
  { title: 'ADDRESS' },
  { title: 'CLIENT', flexible: true },
  { title: 'SINCE' },
  { title: 'ROOMS', align: 'right' },
  { title: 'QUEUED', align: 'right' },
]

async function list(io: Io, connections: ConnectionInfo[], { json }: ConnectionsOptions): Promise<void> {
  if (json === true) {
    for (const connection of connections) await io.out.write(jsonLine(connection))
    return
  }
  const { day, time } = whenIn(io.timeZone)
  const rows = connections.map(({ id, handle, address, client, since, rooms, queuedBytes }) => [
    id,
    `@${handle}`,
    address,
    client,
    `${day(since)} ${time(since)}`,
    String(rooms),
    `${queuedBytes} B`,
  ])
  await io.out.write(table(COLUMNS, rows, io.out.isTerminal ? io.out.columns : undefined))
}
