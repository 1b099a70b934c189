import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createSendKeyChoice, enterMeans } from '../src/composer/send-key.ts'
import { asksEveryone } from '../src/composer/asks-everyone.ts'
import { edited } from '../src/composer/edit.ts'
import type { Edit, Written } from '../src/composer/edit.ts'
import { endsInBlock, enterInBlock } from '../src/composer/enter-in-block.ts'
import { roomLeft } from '../src/composer/room-left.ts'
import { whoTypes } from '../src/composer/who-types.ts'
import { fakeStorage, fullStorage } from './fake-storage.ts'
import { marked, shown } from './written.ts'

const ENTER = {
  key: 'Enter',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  keyCode: 13,
}
const USUAL = { sendKey: 'enter', isTouch: false } as const

test('WEB-17 Enter sends, but not with Shift, not by touch, and not in the middle of a word of an IME', () => {
  assert.equal(enterMeans(ENTER, USUAL), 'send')
  assert.equal(enterMeans({ ...ENTER, shiftKey: true }, USUAL), 'shiftedLine')
  assert.equal(enterMeans(ENTER, { ...USUAL, isTouch: true }), 'line')
  assert.equal(enterMeans({ ...ENTER, isComposing: true }, USUAL), undefined)
  assert.equal(enterMeans({ ...ENTER, keyCode: 229 }, USUAL), undefined)
  assert.equal(enterMeans({ ...ENTER, key: 'a' }, USUAL), undefined)
})

test('WEB-186 the key that sends can be chosen; with Ctrl or Cmd Enter always does, and the browser keeps the choice', () => {
  const other = { sendKey: 'mod+enter', isTouch: false } as const
  assert.equal(enterMeans(ENTER, other), 'line')
  assert.equal(enterMeans({ ...ENTER, ctrlKey: true }, other), 'send')
  assert.equal(enterMeans({ ...ENTER, metaKey: true }, USUAL), 'send')
  assert.equal(enterMeans({ ...ENTER, ctrlKey: true, isComposing: true }, other), undefined)
  const storage = fakeStorage()
  createSendKeyChoice(storage).choose('mod+enter')
  assert.equal(createSendKeyChoice(storage).chosen.value, 'mod+enter')
  assert.equal(createSendKeyChoice(fakeStorage({ 'natter:send-key': 'nonsense' })).chosen.value, 'enter')
  const full = createSendKeyChoice(fullStorage())
  full.choose('mod+enter')
  assert.equal(full.chosen.value, 'mod+enter')
})

test('WEB-187 Enter goes on with a list, counts its numbers, and ends it behind an empty item', () => {
  assert.equal(enter('- one|'), '- one\n- |')
  assert.equal(enter('- one|\n- two'), '- one\n- |\n- two')
  assert.equal(enter('  9. nine|'), '  9. nine\n  10. |')
  assert.equal(enter('- [x] done|'), '- [x] done\n- [ ] |')
  assert.equal(enter('- one\n- |'), '- one\n|')
  assert.equal(enter('1. one\n2. |\nafter'), '1. one\n|\nafter')
  assert.equal(enter('- one| two'), '- one\n- | two')
  for (const text of ['one|', '|- one', '-one|', '2024 was fine|', '|', '# not a list|', '> a quote|']) {
    assert.equal(enter(text), undefined, text)
  }
})

test('WEB-187 Enter makes a line in a fence that is open, indented as the one above, and none after its end', () => {
  assert.equal(enter('```ts\n  if (x) {|'), '```ts\n  if (x) {\n  |')
  assert.equal(enter('```|'), '```\n|')
  assert.equal(enter('```\n- one|'), '```\n- one\n|')
  assert.equal(enter('```\ncode\n```|'), undefined)
  assert(endsInBlock('- one') && !endsInBlock('- one\n\nend'))
})

test('WEB-188 the counter shows near the limit only, and counts characters, not what they are made of', () => {
  const limits = { textCodePoints: 100 }
  assert.equal(roomLeft('a'.repeat(89), limits), undefined)
  assert.equal(roomLeft('a'.repeat(95), limits), 5)
  assert.equal(roomLeft('a'.repeat(103), limits), -3)
  assert.equal(roomLeft('😀'.repeat(60), limits), 40)
  assert.equal(roomLeft(`${'a'.repeat(100)}\n\n`, limits), 0)
})

test('WEB-189 a message asks everybody by @all and @here as words of their own, not in code and not in addresses', () => {
  for (const text of ['@all hello', 'Hello @here', '(@ALL)', '@here.', 'a\n@all']) assert(asksEveryone(text), text)
  for (const text of ['@allison', 'x@all', '`@all`', '```\n@all\n```', '@all-hands', 'all here', '@all.hands']) {
    assert(!asksEveryone(text), text)
  }
})

test('WEB-21 the typing line names two and no more', () => {
  assert.equal(whoTypes([]), '')
  assert.equal(whoTypes(['Ana']), 'Ana is typing')
  assert.equal(whoTypes(['Ana', 'Ben']), 'Ana and Ben are typing')
  assert.equal(whoTypes(['Ana', 'Ben', 'Cleo']), 'Several people are typing')
})

function enter(text: string): string | undefined {
  return after(text, enterInBlock)
}

function after(text: string, change: (written: Written) => Edit | undefined): string | undefined {
  const written = marked(text)
  const edit = change(written)
  return edit && shown(edited(written, edit))
}
