import assert from 'node:assert/strict'
import { Buffer } from 'node:buffer'
import { test } from 'node:test'
import { createRandom } from '../../sim/world/random.ts'
import { BARRIER_ID } from '../cases/fuzz-case.ts'
import type { FuzzCase } from '../cases/fuzz-case.ts'
import { makeCase } from '../cases/make-case.ts'
import { troubleInFrame } from '../cases/trouble-in-frame.ts'
import { judgeHealth } from '../judge-health.ts'
import { Ledger } from '../judge-logs.ts'
import type { Scene } from '../place/scene.ts'
import { againCommand } from '../report.ts'

const MIB = 1_048_576
const SCENE: Scene = {
  guest: { user: { id: 'us_kim1', handle: 'kim', name: 'Kim', kind: 'human', role: 'member' }, token: 'nat_kim' },
  other: { user: { id: 'us_ada1', handle: 'ada', name: 'Ada', kind: 'human', role: 'owner' }, token: 'nat_ada' },
  room: 'rm_den1',
  seq: 4,
}

const text = (json: string) => ({ opcode: 1, isPlain: true, payload: Buffer.from(json) })
const goodbye = (code: number) => ({ opcode: 8, isPlain: true, payload: Buffer.of(code >> 8, code & 255) })

test('BAD-22 what a server may say is no trouble', () => {
  const frames = [
    text('{"re":1,"ok":{}}'),
    text('{"re":null,"error":{"code":"bad_request","message":"No."}}'),
    text('{"control":"ping"}'),
    text('{"type":"typing","room":"rm_den1","by":"us_ada1","expiresInMs":0}'),
    goodbye(1000),
    goodbye(4010),
    { opcode: 10, isPlain: true, payload: Buffer.from('pong') },
  ]
  assert.deepEqual(
    frames.map(troubleInFrame),
    frames.map(() => undefined),
  )
})

test('BAD-22 what a server must not say is noticed', () => {
  const frames = [
    text('{"re":1,"error":{"code":"internal","message":"No."}}'),
    text('{"re":1,"error":{"code":"oops","message":"No."}}'),
    text('{"re":"1","ok":{}}'),
    text('{"type":"typing"}'),
    text('[]'),
    text('{'),
    { ...text('{}'), payload: Buffer.of(0xff) },
    { ...text('{"control":"ping"}'), isPlain: false },
    goodbye(4000),
    goodbye(1005),
    goodbye(2000),
    { opcode: 8, isPlain: true, payload: Buffer.of(3) },
    { opcode: 8, isPlain: true, payload: Buffer.of(3, 232, 0xff) },
    { opcode: 10, isPlain: true, payload: Buffer.alloc(126) },
    { opcode: 2, isPlain: true, payload: Buffer.alloc(1) },
  ]
  assert.deepEqual(
    frames.filter((frame) => troubleInFrame(frame) === undefined),
    [],
  )
})

test('BAD-22 memory that grows is told from memory that goes up and down', () => {
  const looks = (mebibytes: (index: number) => number) =>
    Array.from({ length: 30 }, (_, index) => ({ rssBytes: 300 * MIB, liveBytes: mebibytes(index) * MIB, stallMs: 0 }))
  assert.deepEqual(judgeHealth(looks((index) => (index < 10 ? 30 + index : 40 + (index % 5)))), [])
  assert.match(
    judgeHealth(looks((index) => 30 + index))[0] ?? '',
    /^What the server holds grew from 40\.0 MiB to 50\.0 MiB\.$/,
  )
  assert.deepEqual(judgeHealth(looks((index) => 30 * index).slice(0, 3)), [], 'too few to tell')
})

test('BAD-22 a case follows from its seed and number, and the command that runs it again names both', () => {
  for (let index = 0; index < 200; index++) assert.deepEqual(makeCase(7, index, SCENE), makeCase(7, index, SCENE))
  assert.notDeepEqual(makeCase(7, 1, SCENE), makeCase(8, 1, SCENE))
  assert.equal(againCommand(7, [12, 10], 'on'), 'npm run fuzz -- --seed 7 --from 10 --cases 3 --limits on')
})

test('BAD-22 the ledger knows a case only when all its answers can be told apart', () => {
  const texts = new Map([
    [1_001, '{"type":"message.send","room":"rm_den1","cid":"f5-1001-0"}'],
    [BARRIER_ID, '{"type":"message.send","room":"rm_den1","cid":"f5-0-0"}'],
  ])
  const fuzzCase: FuzzCase = { kind: 'json', writes: [], ending: 'wait', texts }
  const ledger = new Ledger()
  const told = new Map([
    [1_001, { seq: 9 }],
    [BARRIER_ID, { seq: 10 }],
  ])
  ledger.note(5, fuzzCase, { troubles: [], acked: told, isAnswered: true })
  assert.deepEqual([ledger.acked.get('rm_den1 f5-1001-0'), ledger.isKnown(5), ledger.isKnown(6)], [9, true, false])
  ledger.note(6, fuzzCase, { troubles: [], acked: new Map([...told, [7, { seq: 10 }]]), isAnswered: true })
  ledger.note(7, fuzzCase, { troubles: [], acked: new Map([[1_001, { seq: 9 }]]), isAnswered: true })
  assert.deepEqual([ledger.isKnown(6), ledger.isKnown(7)], [false, false])
  assert.notEqual(createRandom(1, 'case 1').next(), createRandom(1, 'case 2').next())
})
