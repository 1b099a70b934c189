import assert from 'node:assert/strict'
import { test } from 'node:test'
import { escapeLine, escapeText } from '../../src/output/escape.ts'
import { jsonLine } from '../../src/output/json.ts'

/** What attackers put into messages, by what it does to a terminal that is given it raw. */
const HOSTILE: Record<string, [raw: string, shown: string]> = {
  colour: ['\x1b[31mred', '\\x1b[31mred'],
  'clear screen': ['\x1b[2J\x1b[H', '\\x1b[2J\\x1b[H'],
  'window title (OSC, BEL)': ['\x1b]0;root@host\x07', '\\x1b]0;root@host\\x07'],
  'hyperlink (OSC 8, ST)': [
    '\x1b]8;;http://evil\x1b\\bank\x1b]8;;\x1b\\',
    '\\x1b]8;;http://evil\\x1b\\bank\\x1b]8;;\\x1b\\',
  ],
  'clipboard (OSC 52)': ['\x1b]52;c;cm0gLXJm\x07', '\\x1b]52;c;cm0gLXJm\\x07'],
  'C1 CSI': ['\x9b31mred', '\\x9b31mred'],
  'C1 OSC and ST': ['\x9d0;title\x9c', '\\x9d0;title\\x9c'],
  'device control string': ['\x1bP$q"p\x1b\\', '\\x1bP$q"p\\x1b\\'],
  'carriage return': ['paid\rowed', 'paid\\rowed'],
  backspace: ['no\b\byes', 'no\\x08\\x08yes'],
  bell: ['\x07', '\\x07'],
  NUL: ['a\0b', 'a\\x00b'],
  'vertical tab and form feed': ['\v\f', '\\x0b\\x0c'],
  delete: ['\x7f', '\\x7f'],
  'next line': ['a\x85b', 'a\\x85b'],
  'direction override': ['\u202Egpj.exe', '\\u{202e}gpj.exe'],
  'direction isolates and marks': ['\u2066a\u2069\u200F\u061C', '\\u{2066}a\\u{2069}\\u{200f}\\u{61c}'],
  'line separators': ['a\u2028b\u2029', 'a\\u{2028}b\\u{2029}'],
  'zero width space and byte order mark': ['ad\u200Bmin\uFEFF', 'ad\\u{200b}min\\u{feff}'],
  'half a surrogate pair': ['\uD800', '\\u{d800}'],
}

for (const [what, [raw, shown]] of Object.entries(HOSTILE)) {
  test(`CLI-1 ${what} is shown as an escape, in names and in texts`, () => {
    assert.equal(escapeLine(raw), shown)
    assert.equal(escapeText(raw), shown)
  })

  test(`CLI-3 ${what} in JSON output is escaped and read back unchanged`, () => {
    const line = jsonLine({ text: raw })
    assert.doesNotMatch(line.slice(0, -1), /[\x00-\x1f\x7f-\x9f\u2028-\u202E]/)
    assert.deepEqual(JSON.parse(line), { text: raw })
  })
}

test('CLI-1 no control character of any plane below U+0100 passes', () => {
  const all = String.fromCharCode(...Array.from({ length: 256 }, (_, code) => code))
  assert.doesNotMatch(escapeLine(all), /[\x00-\x1f\x7f-\x9f]/)
  assert.deepEqual(escapeText(all).match(/[\x00-\x1f\x7f-\x9f]/g), ['\t', '\n'])
})

test('CLI-1 what people write stays as it is', () => {
  const fine = 'Žluťoučký 猫, שלום, 👩‍👩‍👧‍👦 ❤️ 🇨🇿 e\u0301 \\x1b'
  assert.equal(escapeLine(fine), fine)
  assert.equal(escapeText(`${fine}\n\tand more`), `${fine}\n\tand more`)
})

test('CLI-1 a line break or a tab in a name is shown as an escape', () => {
  assert.equal(escapeLine('a\nb\tc'), 'a\\nb\\tc')
})
