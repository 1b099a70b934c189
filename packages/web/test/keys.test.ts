import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signal } from '@preact/signals'
import { chordsOf, isWriting, normalChord, partsOf } from '../src/keys/chord.ts'
import type { KeyPress } from '../src/keys/chord.ts'
import { conflicts, isBrowsers, keyChoice } from '../src/keys/key-choice.ts'
import { createKeys } from '../src/keys/keys.ts'
import type { Keys } from '../src/keys/keys.ts'
import { shortcut, SHORTCUT_IDS } from '../src/keys/shortcuts.ts'
import { keyCaps } from '../src/keys/show-chord.ts'
import { menuTarget } from '../src/parts/menu-place.ts'

type Pressed = KeyPress & { target: EventTarget | null }

function press(key: string, more: Partial<Pressed> = {}): Pressed {
  const held = { altKey: false, shiftKey: false, ctrlKey: false, metaKey: false }
  return { key, code: '', ...held, isComposing: false, target: null, ...more }
}

function keysWith(isMac: boolean, first?: unknown): { keys: Keys; kept: { value: unknown } } {
  const kept = signal(first)
  const keys = createKeys({ isMac, kept, keep: (choice) => (kept.value = choice ?? undefined) })
  return { keys, kept }
}

test('WEB-211 a press is read as the chord it is written down as', () => {
  assert.deepEqual(chordsOf(press('k', { ctrlKey: true }), false), ['Mod+K'])
  assert.deepEqual(chordsOf(press('k', { metaKey: true }), true), ['Mod+K'])
  assert.deepEqual(chordsOf(press('k', { ctrlKey: true }), true), ['Ctrl+K'])
  assert.deepEqual(chordsOf(press('ArrowUp', { altKey: true, shiftKey: true }), false), ['Alt+Shift+ArrowUp'])
  assert.deepEqual(chordsOf(press(' '), false), ['Space'])
  assert.deepEqual(chordsOf(press('Shift', { shiftKey: true }), false), [])
})

test('WEB-211 signs count with and without the Shift that their layout needs', () => {
  assert.deepEqual(chordsOf(press('?', { shiftKey: true }), false), ['?', 'Shift+?'])
  // German: the slash is on the 7.
  assert(chordsOf(press('/', { shiftKey: true, ctrlKey: true, code: 'Digit7' }), false).includes('Mod+/'))
  assert(chordsOf(press('|', { shiftKey: true, ctrlKey: true, code: 'Backslash' }), false).includes('Mod+Shift+\\'))
})

test('WEB-211 layouts without Latin letters and the signs of a Mac go by the place of the key', () => {
  assert.deepEqual(chordsOf(press('л', { ctrlKey: true, code: 'KeyK' }), false), ['Mod+K'])
  assert.deepEqual(chordsOf(press('˚', { altKey: true, metaKey: true, code: 'KeyK' }), true), ['Mod+Alt+K'])
})

test('WEB-211 nothing is a shortcut while an input method composes, nor with AltGr', () => {
  assert.deepEqual(chordsOf(press('k', { ctrlKey: true, isComposing: true }), false), [])
  const held = press('q', { ctrlKey: true, altKey: true, getModifierState: (name) => name === 'AltGraph' })
  assert.deepEqual(chordsOf(held, false), [])
})

test('WEB-212 keys that write are told from those that do not', () => {
  for (const chord of ['N', '?', 'Shift+U', 'Space', 'Enter']) assert(isWriting(chord), chord)
  for (const chord of ['Mod+K', 'Escape', 'Shift+Escape', 'Alt+ArrowUp', 'F6']) assert(!isWriting(chord), chord)
  assert.deepEqual(
    [partsOf('Mod+Shift++'), partsOf('+'), partsOf('Mod++')],
    [['Mod', 'Shift', '+'], ['+'], ['Mod', '+']],
  )
})

test('WEB-211 a press finds its shortcut, only in its part of the page', () => {
  const { keys } = keysWith(false)
  assert.equal(keys.pressed('global', press('k', { ctrlKey: true })), 'switcher')
  assert.equal(keys.pressed('composer', press('k', { ctrlKey: true })), undefined)
  assert.equal(keys.pressed('global', press('F6', { ctrlKey: true, shiftKey: true })), 'regionBefore')
  assert.equal(keys.pressed('global', press('n')), 'unreadAfter')
  assert.equal(
    keys.pressed('global', press('ArrowDown', { ctrlKey: true, altKey: true, shiftKey: true })),
    'mentionAfter',
  )
})

test('WEB-213 a shortcut can be changed, taken away, and set back', () => {
  const { keys, kept } = keysWith(false)
  keys.choose('switcher', 'Mod+J')
  assert.equal(keys.pressed('global', press('j', { ctrlKey: true })), 'switcher')
  assert.equal(keys.pressed('global', press('k', { ctrlKey: true })), undefined)
  keys.choose('sheet', '')
  assert.deepEqual([keys.chords('sheet'), kept.value], [[], { switcher: 'Mod+J', sheet: '' }])
  keys.choose('sheet', undefined)
  assert.deepEqual(keys.chords('sheet'), ['Mod+/', '?'])
  keys.reset()
  assert.deepEqual([keys.chords('switcher'), kept.value], [['Mod+K'], undefined])
})

test('WEB-213 what was kept and is no choice is left out', () => {
  const kept = { switcher: 'Mod+J', nothing: 'Mod+X', sheet: 7, panel: 'x'.repeat(99), closeDialog: 'Q' }
  assert.deepEqual(keyChoice(kept), { switcher: 'Mod+J' })
  assert.deepEqual([keyChoice(null), keyChoice('x'), keyChoice(undefined)], [{}, {}, {}])
})

test('WEB-213 two shortcuts of one chord are told, where both would listen', () => {
  assert.deepEqual(conflicts('sheet', 'Mod+K', {}, false), ['switcher'])
  assert.deepEqual(conflicts('sheet', 'Mod+K', { switcher: 'Mod+J' }, false), [])
  assert.deepEqual(conflicts('sheet', 'Mod+F6', {}, false), ['regionAfter'])
  assert.deepEqual(conflicts('sheet', 'Mod+F6', {}, true), [])
  assert.deepEqual(
    [isBrowsers('Ctrl+W', false), isBrowsers('Mod+Shift+T', true), isBrowsers('Mod+K', false)],
    [true, true, false],
  )
})

test('WEB-211 no shortcut takes what another has, or what browsers keep', () => {
  for (const isMac of [true, false]) {
    for (const id of SHORTCUT_IDS) {
      for (const chord of shortcut(id).keys) {
        assert.deepEqual([id, chord, conflicts(id, chord, {}, isMac)], [id, chord, []])
        assert.equal(isBrowsers(normalChord(chord, isMac), isMac), false, chord)
      }
    }
  }
})

test('WEB-214 what can be done now is known by name, and the last one to offer it does it', () => {
  const { keys } = keysWith(false)
  const done: string[] = []
  const off = keys.on('panel', () => done.push('first'))
  const offAgain = keys.on('panel', () => done.push('second'))
  assert.deepEqual(keys.commands(), ['panel'])
  assert(keys.run('panel'))
  offAgain()
  keys.run('panel')
  off()
  assert.deepEqual([done, keys.run('panel'), keys.commands()], [['second', 'first'], false, []])
})

test('WEB-214 keys are shown as keyboards print them', () => {
  assert.deepEqual(keyCaps('Mod+Shift+K', false), ['Ctrl', 'Shift', 'K'])
  assert.deepEqual(keyCaps('Mod+Shift+K', true), ['⌘', '⇧', 'K'])
  assert.deepEqual(keyCaps('Alt+ArrowUp', false), ['Alt', '↑'])
})

test('WEB-316 letters are the menu’s while one is open, chords the page’s', () => {
  const labels = ['Favourite', 'Mute', 'Move up']
  const step = (key: string, at: number, more: Partial<Pressed> = {}): unknown =>
    menuTarget(press(key, more), labels, at)
  assert.deepEqual([step('ArrowDown', 2), step('ArrowUp', 0), step('Home', 2), step('End', 0)], [3, -1, 0, 2])
  assert.deepEqual([step('m', 0), step('M', 1), step('m', 2), step('f', 0)], [1, 2, 1, 0])
  assert.deepEqual([step('n', 0), step('?', 0, { shiftKey: true }), step(' ', 0)], ['stay', 'stay', 'stay'])
  const chords = [step('m', 0, { ctrlKey: true }), step('m', 0, { metaKey: true }), step('m', 0, { altKey: true })]
  assert.deepEqual([...chords, step('Enter', 0), step('Tab', 0)], Array.from({ length: 5 }))
})
