import assert from 'node:assert/strict'
import { test } from 'node:test'
import { edited } from '../src/composer/edit.ts'
import type { Edit, Written } from '../src/composer/edit.ts'
import { fenceSelection } from '../src/composer/format/fence.ts'
import { FORMATS } from '../src/composer/format/formats.ts'
import { addressOf, linkSelection } from '../src/composer/format/link.ts'
import { toggleLines } from '../src/composer/format/toggle-lines.ts'
import { toggleMark } from '../src/composer/format/toggle-mark.ts'
import { asCodeBlock, pastedLines } from '../src/composer/paste/many-lines.ts'
import { marked, shown } from './written.ts'

test('WEB-190 marks are put around the selection and taken away again, also from inside of it', () => {
  const bold = (written: Written): Edit => toggleMark(written, 'bold')
  const italic = (written: Written): Edit => toggleMark(written, 'italic')
  assert.equal(after('a |word| b', bold), 'a **|word|** b')
  assert.equal(after('a **|word|** b', bold), 'a |word| b')
  assert.equal(after('a |**word**| b', bold), 'a |word| b')
  assert.equal(after('a | word |b', bold), 'a  **|word|** b')
  assert.equal(after('a |', bold), 'a **|**')
  assert.equal(after('a **|**', bold), 'a |')
  assert.equal(after('**|word|**', italic), '***|word|***')
  assert.equal(after('***|word|***', italic), '**|word|**')
  assert.equal(after('***|word|***', bold), '*|word|*')
  assert.equal(
    after('|word|', (written) => toggleMark(written, 'strike')),
    '~~|word|~~',
  )
  assert.equal(
    after('~~|word|~~', (written) => toggleMark(written, 'strike')),
    '|word|',
  )
})

test('WEB-190 code of one line stands in backticks, of several in a fence on lines of its own', () => {
  assert.equal(after('a |b| c', FORMATS.code.edit), 'a `|b|` c')
  assert.equal(after('a |b\nc| d', FORMATS.code.edit), 'a \n```\n|b\nc|\n```\n d')
  assert.equal(after('|x\n```\ny|', fenceSelection), '```\n|x\n    ```\ny|\n```')
})

test('WEB-190 lines become a quote or a list and go back', () => {
  assert.equal(
    after('a|b\nc|d\ne', (written) => toggleLines(written, 'list')),
    '|- ab\n- cd|\ne',
  )
  assert.equal(
    after('|- ab\n- cd|', (written) => toggleLines(written, 'list')),
    '|ab\ncd|',
  )
  assert.equal(
    after('|a\nb|', (written) => toggleLines(written, 'numbers')),
    '|1. a\n2. b|',
  )
  assert.equal(
    after('a|', (written) => toggleLines(written, 'quote')),
    '> a|',
  )
})

test('WEB-191 an address on a selection makes a link of it; brackets in either cannot end it', () => {
  const to = (address: string) => (written: Written) => linkSelection(written, address)
  assert.equal(after('see |this| now', to('https://a.example/x')), 'see [this](https://a.example/x)| now')
  assert.equal(after('|a[b]c|', to('https://a.example/(x)')), '[a(b)c](https://a.example/%28x%29)|')
  assert.equal(
    after('|this|', (written) => linkSelection(written)),
    '[this](|)',
  )
  assert.equal(
    after('|https://a.example|', (written) => linkSelection(written)),
    '[|](https://a.example)',
  )
  assert.equal(addressOf(' https://a.example/x '), 'https://a.example/x')
  for (const text of ['javascript:alert(1)', 'https://a.example b', 'data:text/html,x', 'http://', 'ftp://a.example']) {
    assert.equal(addressOf(text), undefined, text)
  }
})

test('WEB-192 more than thirty pasted lines are offered as code, and only while they are there as pasted', () => {
  const lines = Array.from({ length: 31 }, (_, line) => `line ${line}`).join('\n')
  const before = marked('see:|')
  const pasted = pastedLines(before, lines.replaceAll('\n', '\r\n'))
  assert.equal(pasted?.count, 31)
  assert(pasted)
  const text = `see:${lines}`
  const edit = asCodeBlock({ text, from: 0, to: 0 }, pasted)
  assert(edit)
  assert.equal(edited({ text, from: 0, to: 0 }, edit).text, `see:\n\`\`\`\n${lines}\n\`\`\``)
  assert.equal(asCodeBlock({ text: `see: ${lines}`, from: 0, to: 0 }, pasted), undefined)
  assert.equal(pastedLines(before, lines.slice(0, -8)), undefined)
  assert.equal(pastedLines(marked('```\n|'), lines), undefined)
})

function after(text: string, change: (written: Written) => Edit | undefined): string | undefined {
  const written = marked(text)
  const edit = change(written)
  return edit && shown(edited(written, edit))
}
