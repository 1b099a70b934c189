import { Buffer } from 'node:buffer'
import { clientFrame, fragments } from './client-frame.ts'
import type { WireCase } from './websocket-cases.ts'

/** Chapter 6 of the Autobahn test suite: sequences of UTF-8 that must be taken, by name. */
const GOOD: Record<string, number[]> = {
  'Greek with an accent': [0xce, 0xba, 0xe1, 0xbd, 0xb9, 0xcf, 0x83, 0xce, 0xbc, 0xce, 0xb5],
  'the first of two bytes': [0xc2, 0x80],
  'the first of three bytes': [0xe0, 0xa0, 0x80],
  'the first of four bytes': [0xf0, 0x90, 0x80, 0x80],
  'the last of one byte': [0x7f],
  'the last of two bytes': [0xdf, 0xbf],
  'the last of three bytes': [0xef, 0xbf, 0xbf],
  'the last of four bytes': [0xf4, 0x8f, 0xbf, 0xbf],
  'the last before the surrogates': [0xed, 0x9f, 0xbf],
  'the first behind the surrogates': [0xee, 0x80, 0x80],
  'the replacement character': [0xef, 0xbf, 0xbd],
  'U+FFFE, which is no character': [0xef, 0xbf, 0xbe],
  'U+FDD0, which is no character': [0xef, 0xb7, 0x90],
  'U+1FFFE, which is no character': [0xf0, 0x9f, 0xbf, 0xbe],
  'U+10FFFF, which is no character': [0xf4, 0x8f, 0xbf, 0xbf],
}

/** Sequences that must be refused. */
const BROKEN: Record<string, number[]> = {
  'the first of five bytes': [0xf8, 0x88, 0x80, 0x80, 0x80],
  'the first of six bytes': [0xfc, 0x84, 0x80, 0x80, 0x80, 0x80],
  'the last of four bytes by arithmetic': [0xf7, 0xbf, 0xbf, 0xbf],
  'the last of five bytes': [0xfb, 0xbf, 0xbf, 0xbf, 0xbf],
  'the last of six bytes': [0xfd, 0xbf, 0xbf, 0xbf, 0xbf, 0xbf],
  'one beyond Unicode': [0xf4, 0x90, 0x80, 0x80],
  'the first continuation alone': [0x80],
  'the last continuation alone': [0xbf],
  'two continuations': [0x80, 0xbf],
  'six continuations': [0x80, 0xbf, 0x80, 0xbf, 0x80, 0xbf],
  'two bytes, the second missing': [0xc2],
  'three bytes, the third missing': [0xe0, 0xa0],
  'four bytes, the fourth missing': [0xf0, 0x90, 0x80],
  'all of these in a row': [0xc2, 0xe0, 0xa0, 0xf0, 0x90, 0x80],
  'a first byte and a blank': [0xc2, 0x20],
  FE: [0xfe],
  FF: [0xff],
  'FE and FF': [0xfe, 0xfe, 0xff, 0xff],
  'an overlong slash in two': [0xc0, 0xaf],
  'an overlong slash in three': [0xe0, 0x80, 0xaf],
  'an overlong slash in four': [0xf0, 0x80, 0x80, 0xaf],
  'the longest overlong in two': [0xc1, 0xbf],
  'the longest overlong in three': [0xe0, 0x9f, 0xbf],
  'the longest overlong in four': [0xf0, 0x8f, 0xbf, 0xbf],
  'an overlong NUL in two': [0xc0, 0x80],
  'an overlong NUL in three': [0xe0, 0x80, 0x80],
  'the first surrogate': [0xed, 0xa0, 0x80],
  'the last surrogate': [0xed, 0xbf, 0xbf],
  'a pair of surrogates': [0xed, 0xa0, 0x80, 0xed, 0xb0, 0x80],
}

/** Whole, in two frames that part a character, and byte by byte: an unknown command whose name holds the characters. */
export function goodText(): WireCase[] {
  return spread(GOOD, { answers: ['bad_request type'] })
}

/**
 * Autobahn would like a server to close as soon as a sequence cannot become right any more (6.4, "fail fast", where both
 * ways pass); this one looks once the message is complete, which its limits make a matter of little.
 */
export function brokenText(): WireCase[] {
  return spread(BROKEN, { closed: 1007 })
}

function spread(sequences: Record<string, number[]>, expect: WireCase['expect']): WireCase[] {
  return Object.entries(sequences).flatMap(([name, bytes]) => {
    const text = Buffer.concat([Buffer.from('{"id":7,"type":"x'), Buffer.from(bytes), Buffer.from('"}')])
    const middle = text.length - 2 - Math.ceil(bytes.length / 2)
    const parts = [text.subarray(0, middle), text.subarray(middle)]
    const each = Array.from(text, (byte) => Buffer.of(byte))
    return [
      { name, send: [clientFrame(text)], expect },
      { name: `${name}, over two frames`, send: fragments(parts), expect },
      { name: `${name}, a byte a frame`, send: fragments(each), expect },
      {
        name: `${name}, behind a text of its own`,
        send: [clientFrame('{"control":"pong"}'), clientFrame(text)],
        expect,
      },
    ]
  })
}
