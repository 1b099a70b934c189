import { Command } from 'commander'
import { CliError, EXIT } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { escapeLine } from '../output/escape.ts'
import { jsonLine } from '../output/json.ts'
import { helpAfter } from '../place-command.ts'
import { readHistories } from '../verify/read-histories.ts'
import type { Findings } from '../verify/read-histories.ts'

interface VerifyOptions {
  data?: string
  json?: boolean
}

export function verifyCommand(io: Io): Command {
  return new Command('verify')
    .description('Check recorded histories of clients against the logs: nothing lost, doubled, reordered or left out')
    .argument('<histories...>', 'files of JSON lines, read one after the other; - is standard input')
    .option('--data <folder>', 'take the logs from the data folder of a server on this machine')
    .option('--json', 'print JSON, one object')
    .addHelpText('after', HELP)
    .action((paths: string[], options: VerifyOptions) => verify(io, paths, options))
}

const HELP = `${helpAfter(
  [
    'natter verify history.jsonl',
    'natter verify logs.jsonl ada.jsonl kim.jsonl',
    'natter verify histories/*.jsonl',
    'natter verify clients.jsonl --data ./data',
    'zcat night.jsonl.gz | natter verify -',
  ],
  '{"histories","lines","clients","rooms","rows","acked","received","lost","doubled","reordered","gaps",',
  ' "counts","violations": [{"file","rule","message","records"}]}',
)}
The lines of the logs come before those of the clients; docs/histories.md says what stands in both.
A file that begins with logs, behind another one with lines of clients, is a history of its own.
Exit code 0: all holds; 1: something does not; 2: a line cannot be read, or a room has no log.
`

async function verify(io: Io, paths: string[], { data, json }: VerifyOptions): Promise<void> {
  const findings = await readHistories(io, paths, data)
  await io.out.write(json === true ? jsonLine(findings) : textOf(findings))
  const { counts } = findings
  const rules = Object.keys(counts).sort(byNumber)
  if (rules.length === 0) return
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const each = rules.map((rule) => `${rule} ${counts[rule as keyof typeof counts]}`).join(', ')
  throw new CliError(EXIT.failure, 'violations', `${many(all, 'violation')}: ${each}.`)
}

function textOf({ violations, counts, ...numbers }: Findings): string {
  const { histories, lines, clients, rooms, rows, acked, received, lost, doubled, reordered, gaps } = numbers
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const more = all - violations.length
  return [
    ...violations.map(({ file, rule, message }) => escapeLine(`${histories > 1 ? `${file}: ` : ''}${rule} ${message}`)),
    ...(more > 0 ? [`and ${more} more`] : []),
    `${histories > 1 ? `${histories} histories: ` : ''}${many(lines, 'line')} of ${many(clients, 'client')}, ${many(rooms, 'room')} with ${many(rows, 'row')}`,
    `${many(acked, 'acked message')}, ${many(received, 'received row')}: ${lost} lost, ${doubled} doubled, ${reordered} reordered, ${gaps} gaps`,
    '',
  ].join('\n')
}

function many(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

function byNumber(one: string, other: string): number {
  return Number(one.slice(1)) - Number(other.slice(1))
}
