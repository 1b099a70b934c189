import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ALL_DRAWN } from '../src/emoji/drawn-emoji.ts'
import { createEmojiHabits } from '../src/emoji/emoji-habits.ts'
import { emojiTable } from '../src/emoji/emoji-table.ts'
import { foundSection, pickerSections } from '../src/emoji/picker-sections.ts'
import { stepTo } from '../src/emoji/picker-steps.ts'
import { placeBeside } from '../src/emoji/place-beside.ts'
import { fakeStorage, fullStorage } from './fake-storage.ts'

const LINES = `
#smileys
😀||grinning|grinning face|happy
😃||smiley|big eyes|happy
😄||smile|smiling eyes|happy
#people
👍|+|+1 thumbsup|thumbs up|yes
❤️||heart|red heart|love
`
const { all, search } = emojiTable(LINES, undefined, ALL_DRAWN)

test('WEB-133 the grid shows recent emoji above the groups, in the chosen tone, in rows of equal length', () => {
  const sections = pickerSections({ all, recent: ['👍🏿', '❤️', '🧭'], tone: 2, columns: 2 })
  assert.deepEqual(
    sections.map(({ key, rows }) => [key, rows.map((row) => row.map(({ emoji }) => emoji))]),
    [
      ['recent', [['👍🏿', '❤️'], ['🧭']]],
      ['smileys', [['😀', '😃'], ['😄']]],
      ['people', [['👍🏼', '❤️']]],
    ],
  )
  assert.deepEqual(sections[0]?.rows[0]?.[0], { emoji: '👍🏿', name: 'thumbs up', code: ':+1:' })
  assert.deepEqual(foundSection(search('thumbs', 5), { tone: 0, columns: 2 }).rows, [
    [{ emoji: '👍', name: 'thumbs up', code: ':+1:' }],
  ])
})

test('WEB-133 arrows lead through all rows of the grid, and from the first one up to the search', () => {
  const widths = [3, 1, 3]
  const step = (key: string, row: number, column: number, isRtl = false): unknown =>
    stepTo(key, { row, column }, widths, isRtl)
  assert.deepEqual(step('ArrowRight', 0, 0), { row: 0, column: 1 })
  assert.deepEqual(step('ArrowRight', 0, 2), { row: 1, column: 0 })
  assert.deepEqual(step('ArrowLeft', 1, 0), { row: 0, column: 2 })
  assert.deepEqual(step('ArrowLeft', 0, 0), undefined)
  assert.deepEqual(step('ArrowDown', 0, 2), { row: 1, column: 0 })
  assert.deepEqual(step('ArrowUp', 0, 2), 'search')
  assert.deepEqual(step('ArrowDown', 2, 2), undefined)
  assert.deepEqual(step('PageDown', 0, 1), { row: 2, column: 1 })
  assert.deepEqual(step('PageUp', 2, 1), { row: 0, column: 1 })
  assert.deepEqual(step('End', 0, 0), { row: 0, column: 2 })
  assert.deepEqual(step('Home', 2, 2), { row: 2, column: 0 })
  assert.deepEqual(step('a', 0, 0), undefined)
  assert.deepEqual(step('ArrowLeft', 0, 0, true), { row: 0, column: 1 })
  assert.deepEqual(step('ArrowRight', 0, 1, true), { row: 0, column: 0 })
})

test('WEB-134 what one used last and the tone of skin are kept on the device, for each account', () => {
  const storage = fakeStorage()
  const habits = createEmojiHabits(storage, 'ana')
  for (const emoji of ['🎉', '👍🏽', '🎉']) habits.use(emoji)
  habits.setTone(3)
  const again = createEmojiHabits(storage, 'ana')
  assert.deepEqual(again.recent.value, ['🎉', '👍🏽'])
  assert.equal(again.tone.value, 3)
  assert.deepEqual(createEmojiHabits(storage, 'ben').recent.value, [])
})

test('WEB-134 of two tabs neither undoes what was picked or chosen in the other', () => {
  const storage = fakeStorage()
  const one = createEmojiHabits(storage, 'ana')
  const other = createEmojiHabits(storage, 'ana')
  one.setTone(3)
  other.use('🎉')
  one.use('👍🏽')
  other.setTone(4)
  for (const { recent, tone } of [other, createEmojiHabits(storage, 'ana')])
    assert.deepEqual([recent.value, tone.value], [['👍🏽', '🎉'], 4])
})

test('WEB-134 without storage, with a full one, or with nonsense in it, habits hold for the visit', () => {
  for (const storage of [
    undefined,
    fullStorage(),
    fakeStorage({ 'natter:emoji:ana': '{"recent":[1,"🎉"],"tone":9}' }),
  ]) {
    const habits = createEmojiHabits(storage, 'ana')
    assert.equal(habits.tone.value, 0)
    for (let n = 0; n < 40; n += 1) habits.use(`${n}`)
    assert.equal(habits.recent.value.length, 24)
  }
  assert.deepEqual(createEmojiHabits(fakeStorage({ 'natter:emoji:ana': 'not JSON' }), 'ana').recent.value, [])
  assert.deepEqual(createEmojiHabits(fakeStorage({ 'natter:emoji:ana': 'null' }), 'ana').recent.value, [])
})

test('WEB-135 the picker opens above its opener, else below, and never leaves the window', () => {
  const panel = { width: 300, height: 400 }
  const window = { width: 1_000, height: 800 }
  const at = (left: number, top: number): unknown =>
    placeBeside({ left, right: left + 30, top, bottom: top + 30 }, panel, window)
  assert.deepEqual(at(100, 700), { left: 100, top: 294 })
  assert.deepEqual(at(900, 700), { left: 630, top: 294 })
  assert.deepEqual(at(100, 100), { left: 100, top: 136 })
  assert.deepEqual(at(100, 390), { left: 100, top: 8 })
  assert.deepEqual(at(-20, 700), { left: 8, top: 294 })
  assert.deepEqual(placeBeside({ left: 0, right: 9, top: 0, bottom: 9 }, panel, { width: 200, height: 300 }), {
    left: 0,
    top: 0,
  })
})
