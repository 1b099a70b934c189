import { Buffer } from 'node:buffer'
import { brokenText, goodText } from './utf8-cases.ts'
import { clientFrame, fragments, OPCODE } from './client-frame.ts'

/** What the server does: closes with a code, or answers with these outcomes and these pongs, and lives on. */
export type Reaction = { closed: number } | { answers?: string[]; pongs?: string[] }

/** Bytes that a client sends after `hello`, in so many writes, and what comes of them. */
export interface WireCase {
  name: string
  send: Uint8Array[]
  expect: Reaction
}

/**
 * The cases that the Autobahn test suite is known for, by its chapters, as far as they have a meaning where texts are
 * commands, binary frames are refused and compression is not spoken. Where Autobahn hears its own text again, here a
 * command is answered with `ok`, and any other text with `bad_request`.
 */
export function wireCases(): Record<string, WireCase[]> {
  return {
    '1 framing': framing(),
    '2 pings and pongs': pings(),
    '3 reserved bits': reservedBits(),
    '4 opcodes': opcodes(),
    '5 fragmentation': fragmentation(),
    '6 UTF-8': [...goodText(), ...brokenText()],
    '7 closing': closing(),
    '9 limits': limits(),
    '12 and 13 compression': compression(),
  }
}

const OK = { answers: ['ok'] }
const BROKEN = { closed: 1002 }

/** A command that is always answered with `ok`, of so many bytes. */
export function command(bytes = 0): string {
  return '{"id":7,"type":"activity","state":"active"}'.padEnd(bytes, ' ')
}

/** The same bytes in pieces. */
export function chop(bytes: Uint8Array, size: number): Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    Buffer.from(bytes.subarray(index * size, (index + 1) * size)),
  )
}

function framing(): WireCase[] {
  const mask = Buffer.of(0x37, 0xfa, 0x21, 0x3d)
  const texts = [42, 125, 126, 127, 128, 65_535, 65_536].flatMap((bytes): WireCase[] => [
    { name: `a text of ${bytes} bytes`, send: [clientFrame(command(bytes))], expect: OK },
    { name: `a masked text of ${bytes} bytes`, send: [clientFrame(command(bytes), { mask })], expect: OK },
    {
      name: `a masked text of ${bytes} bytes in pieces of 997`,
      send: chop(clientFrame(command(bytes), { mask }), 997),
      expect: OK,
    },
  ])
  const binary = [0, 125, 126, 127, 128, 65_535, 65_536].map((bytes): WireCase => {
    const send = [clientFrame(Buffer.alloc(bytes, 0xfe), { opcode: OPCODE.binary })]
    return { name: `binary of ${bytes} bytes`, send, expect: { closed: 4500 } }
  })
  const nothing = { name: 'an empty text', send: [clientFrame('')], expect: { answers: ['bad_request'] } }
  return [
    nothing,
    ...texts,
    ...binary,
    { name: 'a text without mask', send: [clientFrame(command(), { masked: false })], expect: BROKEN },
    { name: 'a length of 125 in two bytes', send: [longLength(125, 126)], expect: OK },
    { name: 'a length of 125 in eight bytes', send: [longLength(125, 127)], expect: OK },
  ]
}

/** A text whose length takes more bytes than it needs: against RFC 6455, 5.2, and harmless. */
function longLength(bytes: number, form: 126 | 127): Buffer {
  const length = Buffer.alloc(form === 126 ? 2 : 8)
  length[length.length - 1] = bytes
  return Buffer.concat([Buffer.of(0x81, 0x80 | form), length, Buffer.alloc(4), Buffer.from(command(bytes))])
}

function pings(): WireCase[] {
  const ping = (payload: string | Uint8Array) => clientFrame(payload, { opcode: OPCODE.ping })
  const pong = (payload: string) => clientFrame(payload, { opcode: OPCODE.pong })
  const long = 'p'.repeat(125)
  const ten = Array.from({ length: 10 }, (_, index) => `payload ${index}`)
  return [
    { name: 'a ping of nothing', send: [ping('')], expect: { pongs: [''] } },
    { name: 'a ping with words', send: [ping('Hello, world!')], expect: { pongs: ['Hello, world!'] } },
    { name: 'a ping with bytes', send: [ping(Buffer.of(0, 1, 2, 127))], expect: { pongs: ['\0\u0001\u0002\u007f'] } },
    { name: 'a ping of 125 bytes', send: [ping(long)], expect: { pongs: [long] } },
    { name: 'a ping of 126 bytes', send: [ping(`${long}p`)], expect: BROKEN },
    { name: 'a ping byte by byte', send: chop(ping(long), 1), expect: { pongs: [long] } },
    { name: 'a pong nobody asked for', send: [pong('')], expect: {} },
    {
      name: 'such a pong with words, and a ping',
      send: [pong('unasked'), ping('asked')],
      expect: { pongs: ['asked'] },
    },
    { name: 'ten pings', send: ten.map(ping), expect: { pongs: ten } },
    { name: 'ten pings byte by byte', send: ten.map(ping).flatMap((each) => chop(each, 1)), expect: { pongs: ten } },
  ]
}

function reservedBits(): WireCase[] {
  const bits = [1, 2, 3, 4, 5, 6, 7]
  const broken = (name: string, send: Uint8Array[]): WireCase => ({ name, send, expect: BROKEN })
  return bits.flatMap((rsv) => [
    broken(`bits ${rsv} on a text`, [clientFrame(command(), { rsv })]),
    broken(`bits ${rsv} on an empty text`, [clientFrame('', { rsv })]),
    broken(`bits ${rsv} on a ping`, [clientFrame('?', { rsv, opcode: OPCODE.ping })]),
    broken(`bits ${rsv} on a pong`, [clientFrame('?', { rsv, opcode: OPCODE.pong })]),
    broken(`bits ${rsv} on a goodbye`, [clientFrame(Buffer.of(3, 0xe8), { rsv, opcode: OPCODE.close })]),
    broken(`bits ${rsv} on a text, byte by byte`, chop(clientFrame(command(), { rsv }), 1)),
    broken(`bits ${rsv} on the second of two texts`, [clientFrame(command()), clientFrame(command(), { rsv })]),
    broken(`bits ${rsv} on a continuation`, [
      clientFrame(command().slice(0, 9), { fin: false }),
      clientFrame(command().slice(9), { rsv, opcode: OPCODE.continuation }),
    ]),
  ])
}

function opcodes(): WireCase[] {
  return [3, 4, 5, 6, 7, 11, 12, 13, 14, 15].flatMap((opcode): WireCase[] => [
    { name: `opcode ${opcode}, empty`, send: [clientFrame('', { opcode })], expect: BROKEN },
    { name: `opcode ${opcode} with a command`, send: [clientFrame(command(), { opcode })], expect: BROKEN },
    {
      name: `opcode ${opcode} between two texts, byte by byte`,
      send: [command(), '', command()].flatMap((text, index) =>
        chop(clientFrame(text, index === 1 ? { opcode } : {}), 1),
      ),
      expect: BROKEN,
    },
  ])
}

function fragmentation(): WireCase[] {
  const [head, tail] = [command().slice(0, 20), command().slice(20)]
  const open = (text: string) => clientFrame(text, { fin: false })
  const more = (text: string, fin = false) => clientFrame(text, { fin, opcode: OPCODE.continuation })
  const ping = (payload: string) => clientFrame(payload, { opcode: OPCODE.ping })
  const together = (...frames: Uint8Array[]): Uint8Array[] => [Buffer.concat(frames)]
  const bytewise = (...frames: Uint8Array[]): Uint8Array[] => chop(Buffer.concat(frames), 1)
  const ok = (name: string, send: Uint8Array[], pongs: string[] = []): WireCase => ({
    name,
    send,
    expect: { answers: ['ok'], pongs },
  })
  const broken = (name: string, send: Uint8Array[]): WireCase => ({ name, send, expect: BROKEN })
  return [
    broken('a ping in two fragments', [clientFrame('pi', { opcode: OPCODE.ping, fin: false }), more('ng', true)]),
    broken('a pong in two fragments', [clientFrame('po', { opcode: OPCODE.pong, fin: false }), more('ng', true)]),
    ok('a text in two fragments', [open(head), more(tail, true)]),
    ok('the same in one piece', together(open(head), more(tail, true))),
    ok('the same byte by byte', bytewise(open(head), more(tail, true))),
    ok('a ping between them', [open(head), ping('?'), more(tail, true)], ['?']),
    ok('a ping between them, in one piece', together(open(head), ping('?'), more(tail, true)), ['?']),
    ok('a ping between them, byte by byte', bytewise(open(head), ping('?'), more(tail, true)), ['?']),
    ok('an empty fragment on either side', [open(''), more(command()), more('', true)]),
    ok(
      'pings between many',
      together(open(head), ping('1'), ping('2'), more(''), ping('3'), more(tail, true), ping('4')),
      ['1', '2', '3', '4'],
    ),
    broken('a continuation of nothing, which ends', [more(command(), true)]),
    broken('a continuation of nothing, which does not end', [more(command())]),
    broken('a continuation of nothing behind a text', [clientFrame(command()), more(command(), true)]),
    broken('a continuation of nothing behind a text in fragments', [open(head), more(tail, true), more('', true)]),
    broken('a text within a text', [open(head), clientFrame(tail)]),
    broken('binary within a text', [open(head), clientFrame(tail, { opcode: OPCODE.binary })]),
    { name: 'binary in fragments', send: binaryFragments(), expect: { closed: 4500 } },
    ok('256 fragments', together(...fragments(chop(Buffer.from(command(512)), 2)))),
    {
      name: '257 fragments',
      send: together(...fragments(chop(Buffer.from(command(514)), 2))),
      expect: { closed: 1008 },
    },
  ]
}

function binaryFragments(): Uint8Array[] {
  const opcode = OPCODE.binary
  return [clientFrame('a', { opcode, fin: false }), clientFrame('b', { opcode: OPCODE.continuation })]
}

function closing(): WireCase[] {
  const goodbye = (payload: Uint8Array) => clientFrame(payload, { opcode: OPCODE.close })
  const coded = (code: number, reason: string | Uint8Array = ''): Buffer =>
    goodbye(Buffer.concat([Buffer.of(code >> 8, code & 0xff), Buffer.from(reason as Uint8Array)]))
  const valid = [1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000, 4007, 4999]
  const invalid = [0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65_535]
  return [
    { name: 'a goodbye of nothing', send: [goodbye(Buffer.alloc(0))], expect: { closed: 1005 } },
    { name: 'a goodbye of one byte', send: [goodbye(Buffer.of(3))], expect: BROKEN },
    { name: 'a goodbye with a reason', send: [coded(1000, 'Done.')], expect: { closed: 1000 } },
    { name: 'a reason of 123 bytes', send: [coded(1000, 'r'.repeat(123))], expect: { closed: 1000 } },
    { name: 'a reason of 124 bytes', send: [coded(1000, 'r'.repeat(124))], expect: BROKEN },
    {
      name: 'a reason of broken UTF-8',
      send: [coded(1000, Buffer.of(0xce, 0xba, 0xed, 0xa0))],
      expect: { closed: 1007 },
    },
    { name: 'a goodbye in fragments', send: [clientFrame('', { opcode: OPCODE.close, fin: false })], expect: BROKEN },
    { name: 'two goodbyes', send: [Buffer.concat([coded(1000), coded(1001)])], expect: { closed: 1000 } },
    {
      name: 'a ping behind it',
      send: [coded(1000), clientFrame('?', { opcode: OPCODE.ping })],
      expect: { closed: 1000 },
    },
    { name: 'a command behind it', send: [coded(1000), clientFrame(command())], expect: { closed: 1000 } },
    {
      name: 'garbage behind it',
      send: [Buffer.concat([coded(1000), Buffer.alloc(5_000, 255)])],
      expect: { closed: 1000 },
    },
    {
      name: 'a goodbye in the middle of a text',
      send: [clientFrame(command(), { fin: false }), coded(1000)],
      expect: { closed: 1000 },
    },
    { name: 'a goodbye byte by byte', send: chop(coded(1001, 'going'), 1), expect: { closed: 1001 } },
    ...valid.map((code): WireCase => ({ name: `code ${code}`, send: [coded(code)], expect: { closed: code } })),
    // The two bytes that were enough for CVE-2022-39386.
    { name: 'A2 00', send: [Buffer.of(0xa2, 0)], expect: BROKEN },
    ...invalid.map((code): WireCase => ({ name: `code ${code}, which is none`, send: [coded(code)], expect: BROKEN })),
  ]
}

function limits(): WireCase[] {
  const whole = command(65_536)
  const parts = [256, 1_024, 4_096, 16_384, 65_536].map((size): WireCase => ({
    name: `64 KiB in fragments of ${size}`,
    send: fragments(chop(Buffer.from(whole), size)),
    expect: OK,
  }))
  const pieces = [64, 128, 256, 1_024, 65_536].map((size): WireCase => ({
    name: `64 KiB in pieces of ${size}`,
    send: chop(clientFrame(whole), size),
    expect: OK,
  }))
  return [
    ...parts,
    ...pieces,
    { name: '64 KiB and a byte', send: [clientFrame(command(65_537))], expect: { closed: 4502 } },
    { name: '64 KiB and a byte in fragments', send: fragments([whole, ' ']), expect: { closed: 4502 } },
    { name: '128 KiB and a byte', send: [clientFrame(command(131_073))], expect: { closed: 1009 } },
    { name: '128 KiB and a byte in fragments', send: fragments([whole, whole, ' ']), expect: { closed: 1009 } },
  ]
}

/** Not negotiated, so the bit that says compressed is a reserved one. */
function compression(): WireCase[] {
  // The raw deflate stream of "Hello", as in RFC 7692, 7.2.3.1.
  const hello = Buffer.of(0xf2, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00)
  return [
    { name: 'a compressed text', send: [clientFrame(hello, { rsv: 4 })], expect: BROKEN },
    { name: 'a compressed fragment', send: [clientFrame(hello, { rsv: 4, fin: false })], expect: BROKEN },
    { name: 'compressed binary', send: [clientFrame(hello, { rsv: 4, opcode: OPCODE.binary })], expect: BROKEN },
  ]
}
