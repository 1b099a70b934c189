import { Option } from 'commander'
import type { Command } from 'commander'
import type { Natter } from '@natter/client'
import { confirmationOf } from '../confirmation.ts'
import { withNatter } from '../connect.ts'
import type { PlaceOptions } from '../connect.ts'
import { parseDurationMs } from '../duration.ts'
import { CliError, EXIT } from '../exit-code.ts'
import { findMyRoom, ROOM_HELP } from '../find-room.ts'
import type { Io } from '../io.ts'
import { jsonLine } from '../output/json.ts'
import { helpAfter, placeCommand } from '../place-command.ts'
import { lineReport } from '../line-report.ts'
import { readLines, readWhole } from '../read-input.ts'
import { sendLines } from '../send-lines.ts'
import type { Tally } from '../send-lines.ts'
import { wholeNumber } from '../whole-number.ts'

const WAIT = new Option('--wait <duration>', 'give up on a message that the server has not confirmed by then')
  .argParser(parseDurationMs)
  .default(5 * 60_000, '5m')

interface SendOptions extends PlaceOptions {
  lines?: boolean
  reply?: number
  wait: number
}

export function sendCommand(io: Io): Command {
  return placeCommand('send', 'Send a message, wait until it is stored, and print its seq')
    .argument('<room>', ROOM_HELP)
    .argument('[text...]', 'the message; without it, standard input is')
    .option(
      '--lines',
      'send each line of standard input as a message of its own, in order; blank lines are passed over',
    )
    .option('--reply <seq>', 'answer the message with this seq', wholeNumber(1, Number.MAX_SAFE_INTEGER))
    .addOption(WAIT)
    .addHelpText('after', HELP)
    .action(async (named: string, words: string[], options: SendOptions, command: Command) => {
      const isText = words.length > 0
      if (options.lines === true && (isText || options.reply !== undefined)) {
        command.error(`error: --lines reads standard input and cannot go with ${isText ? 'a text' : '--reply'}`, {
          code: 'usage',
        })
      }
      await withNatter(io, options, (natter) =>
        options.lines === true
          ? sendEachLine(io, natter, named, options)
          : sendOne(io, natter, { named, words, options }),
      )
    })
}

const HELP = helpAfter(
  [
    'natter send general "Deployed 1.4"',
    'natter send @ada Lunch?',
    'natter send ops < report.txt',
    'journalctl -f | natter send ops --lines',
  ],
  '{"cid","seq","n","ref","at","duplicate"}',
  '--lines: the same with "line"; {"line","cid","error": {"code","message"}} for one that failed;',
  'at the end {"summary": {"sent","failed","unconfirmed","blank"}}',
)

async function sendOne(
  io: Io,
  natter: Natter,
  { named, words, options }: { named: string; words: string[]; options: SendOptions },
): Promise<void> {
  const room = natter.room(await findMyRoom(natter, named))
  if (words.length === 0 && io.input.isTerminal)
    await io.err.write('Write the message; Ctrl-D on a line of its own sends it.\n')
  const text = words.length > 0 ? words.join(' ') : await readWhole(io)
  const sending = room.send(text, options.reply === undefined ? {} : { replyTo: options.reply })
  const confirmed = await confirmationOf(io, sending, options.wait)
  if (confirmed.outcome === 'failed') throw new CliError(EXIT.failure, confirmed.code, confirmed.why)
  if (confirmed.outcome === 'unconfirmed')
    throw new CliError(EXIT.unreachable, 'network', `The message was ${confirmed.why}.`)
  await io.out.write(
    options.json === true ? jsonLine({ cid: confirmed.cid, ...confirmed.reply }) : `${confirmed.reply.seq}\n`,
  )
}

async function sendEachLine(io: Io, natter: Natter, named: string, { json, wait }: SendOptions): Promise<void> {
  const room = natter.room(await findMyRoom(natter, named))
  const tally: Tally = { sent: 0, failed: 0, unconfirmed: 0, blank: 0 }
  const report = lineReport(io, tally, json === true)
  try {
    await sendLines(io, room, readLines(io), { waitMs: wait, tally, report: report.line })
  } finally {
    // Also where reading stopped half way.
    await report.end()
  }
  if (tally.failed > 0) throw new CliError(EXIT.failure, 'failed', `${tally.failed} of the lines could not be sent.`)
  if (tally.unconfirmed > 0) {
    const why = `${tally.unconfirmed} of the lines were not confirmed: they may have arrived or not.`
    throw new CliError(EXIT.unreachable, 'network', why)
  }
}
