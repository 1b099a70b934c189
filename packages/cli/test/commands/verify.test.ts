import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { historyLines } from '@natter/protocol/history'
import type { FinalLog, HistoryRecord } from '@natter/protocol/history'
import type { CatchUp, RoomId, User } from '@natter/protocol'
import { rowOf } from '@natter/server/histories'
import { DEN, logOf, received, recordsOf, resumed, sent } from '../../../protocol/test/history/small-history.ts'
import type { Line } from '../../../protocol/test/history/small-history.ts'
import { connectRaw } from '../../../server/test/process/raw-client.ts'
import { run } from '../../src/run.ts'
import { fakeIo } from '../fake-io.ts'
import { openPlace } from '../place.ts'
import { tempFolder } from '../temp-folder.ts'

const LOG = logOf([{ cid: 'one' }, { cid: 'two' }, { cid: 'three' }])
const GOOD: Line[] = [
  ...sent('one', 4, 1),
  ...resumed(null, { mode: 'reset', seq: 4 }),
  ...sent('two', 5, 2),
  received(5),
  ...sent('three', 6, 3),
  received(6),
]

function linesOf(lines: Line[], logs: FinalLog[] = [LOG]): string[] {
  return [...historyLines(recordsOf(lines), logs)]
}

async function verify(args: string[], input: string[] = []): Promise<{ code: number; out: string; err: string }> {
  const io = fakeIo({ input: input.map((line) => `${line}\n`) })
  return { code: await run(io, ['verify', ...args]), ...io.said }
}

async function file(t: TestContext, name: string, lines: string[]): Promise<string> {
  const path = join(await tempFolder(t), name)
  await writeFile(path, `${lines.join('\n')}\n`)
  return path
}

test('CLI-40 a good history is counted, and the exit code is 0', async (t) => {
  const text = [
    '12 lines of 2 clients, 1 room with 6 rows',
    '3 acked messages, 2 received rows: 0 lost, 0 doubled, 0 reordered, 0 gaps',
    '',
  ].join('\n')
  assert.deepEqual(await verify(['-'], linesOf(GOOD)), { code: 0, out: text, err: '' })
  assert.deepEqual(await verify([await file(t, 'good.jsonl', linesOf(GOOD))]), { code: 0, out: text, err: '' })
})

test('CLI-40 the logs and each client may have a file of their own', async (t) => {
  const lines = linesOf(GOOD)
  const logs = await file(t, 'logs.jsonl', lines.slice(0, 7))
  const clients = await file(t, 'clients.jsonl', lines.slice(7))
  assert.equal((await verify([logs, clients])).code, 0)
  const late = await verify([clients, logs])
  assert.equal(late.code, 2)
  assert.match(late.err, /clients\.jsonl:1: the log of rm_den0 is not there\./)
})

test('CLI-40 several histories are counted together, and their violations told apart', async (t) => {
  const good = await file(t, 'good.jsonl', linesOf(GOOD))
  const bad = await file(t, 'bad.jsonl', linesOf([...GOOD, ...sent('lost', 9, 4)]))
  assert.match((await verify([good, good])).out, /^2 histories: 24 lines of 4 clients, 2 rooms with 12 rows\n6 acked /)
  const { code, out } = await verify([good, bad, good])
  assert.equal(code, 1)
  assert.match(out, /^\S+bad\.jsonl: H1 rm_den0: lost was acknowledged as 9, where it is not\.\n3 histories: /)
  const late = await verify(['-'], [...linesOf(GOOD), ...linesOf(GOOD)])
  assert.match(late.err, /^natter: standard input:20: the logs come before the lines of clients; /)
})

const BAD: Record<string, { lines?: Line[]; log?: FinalLog; rule: string; says: RegExp; counts: string }> = {
  'a message that was lost': {
    lines: GOOD.slice(0, -1),
    log: logOf([{ cid: 'one' }, { cid: 'two' }]),
    rule: 'H1',
    says: /^H1 rm_den0: three was acknowledged as 6, where it is not\.$/m,
    counts: '1 lost, 0 doubled, 0 reordered, 0 gaps',
  },
  'a message that nobody wrote': {
    log: logOf([{ cid: 'one' }, { cid: 'two' }, { cid: 'three' }, { cid: 'ghost' }]),
    rule: 'H2',
    says: /^H2 rm_den0: row 7 by us_ada0 \(ghost\) was written by nobody\.$/m,
    counts: '0 lost, 0 doubled, 0 reordered, 0 gaps',
  },
  'a message that stands twice': {
    log: logOf([{ cid: 'one' }, { cid: 'two' }, { cid: 'three' }, { cid: 'three' }]),
    rule: 'H3',
    says: /^H3 rm_den0: us_ada0 wrote three twice, as 6 and as 7\.$/m,
    counts: '0 lost, 1 doubled, 0 reordered, 0 gaps',
  },
  'a row with another content': {
    lines: [...GOOD.slice(0, -1), received(6, { hash: 'other' })],
    rule: 'H4',
    says: /^H4 rm_den0: us_kim0 1 received row 6 with another content than the log's\.$/m,
    counts: '0 lost, 0 doubled, 1 reordered, 0 gaps',
  },
  'a row that was left out': {
    lines: GOOD.filter((line) => !(line.op === 'recv' && line.seq === 5)),
    rule: 'H8',
    says: /^H8 rm_den0: after 4 came 6\.$/m,
    counts: '0 lost, 0 doubled, 0 reordered, 1 gaps',
  },
}

for (const [name, { lines = GOOD, log = LOG, rule, says, counts }] of Object.entries(BAD)) {
  test(`CLI-41 ${name} is told with its invariant, and the exit code is 1`, async () => {
    const { code, out, err } = await verify(['-'], linesOf(lines, [log]))
    assert.equal(code, 1)
    assert.match(out, says)
    assert(out.endsWith(`: ${counts}\n`), out)
    assert.equal(err, `natter: 1 violation: ${rule} 1.\n`)
    const json = await verify(['-', '--json'], linesOf(lines, [log]))
    assert.equal(json.code, 1)
    const found = JSON.parse(json.out) as {
      counts: object
      violations: { rule: string; records: object[] }[]
      acked: number
    }
    assert.deepEqual([found.counts, found.violations.map((each) => each.rule), found.acked], [{ [rule]: 1 }, [rule], 3])
    assert.deepEqual(JSON.parse(json.err), { error: { code: 'violations', message: `1 violation: ${rule} 1.` } })
  })
}

test('CLI-41 of many violations a hundred are shown and all are counted', async () => {
  const many = Array.from({ length: 150 }, (_, index) => sent(`lost-${index}`, 10 + index, 4)).flat()
  const { code, out, err } = await verify(['-'], linesOf([...GOOD, ...many]))
  assert.equal(code, 1)
  assert.equal(out.match(/^H1 /gm)?.length, 100)
  assert.match(out, /^and 50 more$/m)
  assert.equal(err, 'natter: 150 violations: H1 150.\n')
})

test('CLI-41 what others wrote into a history cannot move the cursor', async () => {
  const { out } = await verify(['-'], linesOf([...GOOD, ...sent('\u001b[2J', 9, 4)]))
  assert.match(out, /^H1 rm_den0: \\x1b\[2J was acknowledged as 9/m)
})

test('CLI-42 lines that cannot be read are named, all of them, and the exit code is 2', async (t) => {
  const lines = linesOf(GOOD)
  const path = await file(t, 'broken.jsonl', [
    ...lines.slice(0, 8),
    '{"op":"se',
    '',
    '{"op":"send","phase":"ok"}',
    ...lines.slice(8),
  ])
  const { code, out, err } = await verify([path])
  assert.deepEqual([code, out], [2, ''])
  assert.match(err, /broken\.jsonl:9: this is not JSON; .*broken\.jsonl:11: "t": /)
  const json = await verify([path, '--json'])
  assert.equal((JSON.parse(json.err) as { error: { code: string } }).error.code, 'unreadable')
  const all = await verify(
    ['-'],
    Array.from({ length: 30 }, () => 'no'),
  )
  assert.match(
    all.err,
    /^natter: standard input:1: this is not JSON; .*standard input:10: this is not JSON; and 20 more\.\n$/,
  )
})

test('CLI-42 a file that is not there, nothing at all, no log and no UTF-8 are told', async () => {
  assert.match((await verify(['/nonexistent/history'])).err, /^natter: \/nonexistent\/history cannot be read: ENOENT/)
  assert.equal((await verify(['/nonexistent/history'])).code, 2)
  assert.deepEqual(await verify(['-'], []), { code: 2, out: '', err: 'natter: There is no history in this.\n' })
  const { code, err } = await verify(['-'], linesOf(GOOD, []))
  assert.deepEqual([code, err], [2, `natter: standard input:1: the log of ${DEN} is not there.\n`])
  assert.equal((await verify([])).code, 2)
})

test('CLI-42 lines of other kinds are passed over', async () => {
  const [first = '', ...others] = linesOf(GOOD)
  assert.equal((await verify(['-'], ['{"about":"a night"}', first, '{"op":"note","text":"x"}', ...others])).code, 0)
})

test('CLI-43 a history without logs is held against those of a data folder', async (t) => {
  const folder = await tempFolder(t)
  const { url } = await openPlace(t, { NATTER_DATABASE_URL: 'sqlite:', NATTER_DATA: folder })
  const { lines, room } = await recordedTalk(url)
  const path = await file(t, 'clients.jsonl', lines)
  const { code, out, err } = await verify([path, '--data', folder])
  assert.deepEqual([code, err], [0, ''])
  assert.match(out, /\n3 acked messages, 3 received rows: 0 lost, 0 doubled, 0 reordered, 0 gaps\n$/)
  const forged = await file(
    t,
    'forged.jsonl',
    lines.map((line) => line.replace(/"hash":"./, '"hash":"-')),
  )
  assert.equal((await verify([forged, '--data', folder])).err, 'natter: 3 violations: H4 3.\n')
  const unknown = await file(
    t,
    'unknown.jsonl',
    lines.map((line) => line.replaceAll(room, 'rm_nowhere')),
  )
  assert.equal((await verify([unknown, '--data', folder])).err, `natter: There is no room rm_nowhere in ${folder}.\n`)
  assert.match(
    (await verify([path, '--data', join(folder, 'none')])).err,
    /^natter: There is no database in \S+none\.\n$/,
  )
  assert.match((await verify(['-', '--data', folder])).err, /^natter: With --data the histories are read twice/)
  const whole = await verify([await file(t, 'whole.jsonl', [...linesOf(GOOD).slice(0, 1), ...lines]), '--data', folder])
  assert.match(whole.err, /whole\.jsonl:1: this history has logs of its own: leave out --data\.\n$/)
})

/** What somebody writes down who talks in a room alone. */
async function recordedTalk(url: string): Promise<{ lines: string[]; room: RoomId }> {
  const response = await fetch(`${url}/v1/accounts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ handle: 'ada', password: 'a plain garden gate' }),
  })
  const { user, accessToken: token } = (await response.json()) as { user: User; accessToken: string }
  const maker = await connectRaw({ url, token })
  const { id: room } = (await maker.request('room.create', { cid: 'den', kind: 'public', name: 'den' })).room
  const records: HistoryRecord[] = []
  const line = () => ({ t: performance.now(), proc: 'ada', user: user.id, room })
  records.push({ ...line(), op: 'resume', phase: 'invoke', conn: 'c1', id: 'hello', from: null })
  const heard = Promise.withResolvers<void>()
  const client = await connectRaw({
    url,
    token,
    rooms: { [room]: null },
    greeted: ({ rooms }) => {
      const [seq, ref] = (rooms[room] as CatchUp).upTo
      const answer = { phase: 'ok', conn: 'c1', id: 'hello', mode: 'reset', seq, ref } as const
      records.push({ ...line(), op: 'resume', ...answer, rows: [] })
    },
    heard: (event) => {
      records.push({ ...line(), op: 'recv', phase: 'ok', conn: 'c1', ...rowOf(event) })
      if (records.filter(({ op }) => op === 'recv').length === 3) heard.resolve()
    },
  })
  for (const cid of ['one', 'two', 'three']) {
    records.push({ ...line(), op: 'send', phase: 'invoke', cid })
    const { seq, n } = await client.request('message.send', { room, cid, text: cid })
    records.push({ ...line(), op: 'send', phase: 'ok', cid, seq, n })
  }
  await heard.promise
  await Promise.all([client.close(), maker.close()])
  return { lines: [...historyLines(records, [])], room }
}
