import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { NatterError } from '@natter/client'
import { createLanguageChoice } from '../src/app/language-choice.ts'
import { spokenTime } from '../src/app/format-time.ts'
import { sentenceOf } from '../src/app/sentence-of.ts'
import type { Entry } from '../src/words/catalogue.ts'
import { en } from '../src/words/en/index.ts'
import { isolate } from '../src/words/isolate.ts'
import { readerTime } from '../src/app/format-time.ts'
import { inReadersWay, LANGUAGES, offerFor, PSEUDO_LANGUAGES, realLanguages } from '../src/words/languages.ts'
import { pseudoText } from '../src/words/pseudo.ts'
import { ENGLISH, language, say } from '../src/words/say.ts'
import { fakeStorage, fullStorage } from './fake-storage.ts'

afterEach(() => {
  language.value = ENGLISH
})

for (const { tag, name, load } of [...LANGUAGES, ...PSEUDO_LANGUAGES]) {
  test(`WEB-100 every text is there in ${name}, with the holes it has in English and the plural forms of the language`, async () => {
    const { words, tag: spoken } = await load()
    const english: Record<string, Entry> = en
    assert.deepEqual(Object.keys(words).toSorted(), Object.keys(english).toSorted())
    const isPseudo = tag.startsWith('pseudo')
    const forms = isPseudo ? ['one', 'other'] : new Intl.PluralRules(spoken).resolvedOptions().pluralCategories
    const faults = Object.entries(words).flatMap(([key, entry]) => faultsOf(key, entry, english[key] ?? '', forms))
    assert.deepEqual(faults, [])
  })
}

test('WEB-100 no text is kept that nobody says', () => {
  const sources = globSync('**/*.{ts,tsx}', { cwd: SOURCES, exclude: ['words/{en,de}/**', 'gallery/**'] })
  const code = sources.map((path) => readFileSync(join(SOURCES, path), 'utf8')).join('\n')
  const isSaid = (key: string): boolean => code.includes(`'${key}'`) || code.includes(`"${key}"`) || isMadeUp(key, code)
  assert.deepEqual(
    Object.keys(en).filter((key) => !isSaid(key)),
    [],
  )
})

test('WEB-100 a missing hole, a missing plural form and an empty text would be noticed', () => {
  const count = { one: '{count} room', other: '{count} rooms' }
  assert.deepEqual(
    [
      ...faultsOf('a', 'Hallo', 'Hello {name}', []),
      ...faultsOf('b', '', '', []),
      ...faultsOf('c', { other: '{count} Räume' }, count, ['one', 'other']),
      ...faultsOf('d', '{count} Räume', count, []),
    ],
    ['a: holes', 'b: empty', 'c: form one', 'd: plural'],
  )
})

test('WEB-101 without a choice the page speaks the first language of the browser that it knows', async () => {
  assert.deepEqual(
    [['fr', 'de-AT', 'en'], ['EN-us', 'de'], ['fr'], [], ['den']].map((wanted) => offerFor(wanted).tag),
    ['de', 'en', 'en', 'en', 'en'],
  )
  const [german] = LANGUAGES
  assert(german)
  assert.equal(inReadersWay(await german.load(), ['en-GB', 'de-AT']).locale, 'de-AT')
  assert.equal(inReadersWay(ENGLISH, ['de-AT']).locale, 'en-GB')
})

test('WEB-101 a language that was chosen is kept, and told to the browser with its direction', async () => {
  const root = { lang: '', dir: '' }
  const storage = fakeStorage()
  const choice = createLanguageChoice({ root, storage, wanted: ['de'] })
  await choice.begin()
  assert.deepEqual([choice.chosen.value, root, say('app.close')], ['system', { lang: 'de', dir: 'ltr' }, 'Schließen'])
  await choice.choose('pseudo-rtl')
  assert.deepEqual(root, { lang: 'ar-XB', dir: 'rtl' })
  assert.deepEqual([storage.getItem('natter:language'), storage.getItem('natter:direction')], ['pseudo-rtl', 'rtl'])
  const later = createLanguageChoice({ root, storage, wanted: ['de'] })
  await later.begin()
  assert.equal(language.value.tag, 'ar-XB')
  await later.choose('system')
  assert.deepEqual([storage.length, say('app.close')], [0, 'Schließen'])
  await createLanguageChoice({ root, storage: fullStorage(), wanted: [] }).choose('de')
  assert.equal(root.lang, 'de')
})

test('WEB-101 of two choices in a row the last one holds, whichever is loaded first', async () => {
  const choice = createLanguageChoice({ root: { lang: '', dir: '' }, storage: undefined, wanted: [] })
  await Promise.all([choice.choose('de'), choice.choose('en')])
  assert.equal(language.value.tag, 'en')
})

test('WEB-101 dates, numbers and days follow the language', async () => {
  const time = spokenTime({ timeZone: 'UTC', hour12: false })
  const now = Date.UTC(2026, 10, 20, 14, 30)
  assert.deepEqual([time.day(now, now), say('dialogs.members', { count: 1_200 })], ['Today', '1,200 members'])
  language.value = await offerFor(['de']).load()
  assert.deepEqual(
    [time.day(now, now), time.relative(now + 7 * 86_400_000, now), say('dialogs.members', { count: 1_200 })],
    ['Heute', 'in 7 Tagen', '1.200 Mitglieder'],
  )
  language.value = (await import('../src/words/pseudo.ts')).pseudoRtl
  assert.equal(time.dayKey(now), '2026-11-20')
})

test('WEB-103 a name of the other direction is isolated from the sentence it stands in', () => {
  assert.equal(isolate('Ana', 'ltr'), 'Ana')
  assert.equal(isolate('لينا', 'ltr'), '\u2068لينا\u2069')
  assert.equal(isolate('Ana', 'rtl'), '\u2068Ana\u2069')
  assert.equal(isolate('12:30', 'rtl'), '12:30')
})

test('WEB-102 the pseudo-language leaves no plain letter outside of holes', () => {
  assert.equal(pseudoText('Leave {room}?'), '⟦Ļééááṽéé {room}?⟧')
})

test('WEB-109 a refusal is told in the language of the page, in English as the server says it', async () => {
  const taken = new NatterError('conflict', 'This handle is taken. Choose another one.', { field: 'handle' })
  const gone = new NatterError('not_found', 'There is no message 7 in this room.')
  assert.equal(sentenceOf(gone), 'There is no message 7 in this room.')
  language.value = await offerFor(['de']).load()
  assert.deepEqual(
    [sentenceOf(taken), sentenceOf(gone)],
    [
      'Dieser Benutzername ist nicht zu haben. Wähle einen anderen.',
      'Das gibt es nicht, oder du darfst es nicht sehen.',
    ],
  )
})

const SOURCES = fileURLToPath(new URL('../src', import.meta.url))

/** Whether a key is put together in the code: `looks.theme.dark` from a template that begins with `looks.theme.`. */
function isMadeUp(key: string, code: string): boolean {
  return key.split('').some((_, at) => at > key.indexOf('.') && code.includes(`\`${key.slice(0, at)}\${`))
}

function faultsOf(key: string, entry: Entry, english: Entry, forms: readonly string[]): string[] {
  if ((typeof entry === 'string') !== (typeof english === 'string')) return [`${key}: plural`]
  const texts = typeof entry === 'string' ? [entry] : Object.values(entry)
  const missing = typeof entry === 'string' ? [] : forms.filter((form) => !Object.hasOwn(entry, form))
  const wanted = holesOf(typeof english === 'string' ? english : english.other)
  return [
    ...texts.filter((text) => text.trim() === '').map(() => `${key}: empty`),
    ...missing.map((form) => `${key}: form ${form}`),
    // "For one person" need not repeat the number.
    ...texts.filter((text) => holesOf(text).some((hole) => !wanted.includes(hole))).map(() => `${key}: holes`),
    ...(typeof entry === 'string' ? [entry] : [entry.other])
      .filter((text) => holesOf(text).join(' ') !== wanted.join(' '))
      .map(() => `${key}: holes`),
  ]
}

function holesOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, hole = '']) => hole))].toSorted()
}

test('WEB-101 a browser that names no language of this world still gets the page', () => {
  assert.throws(() => new Intl.DateTimeFormat('C'), RangeError)
  assert.deepEqual(realLanguages(['C', 'en_US.UTF-8', 'de-AT', '', 'en']), ['de-AT', 'en'])
  assert.match(readerTime(realLanguages(['C'])).time(0), /\d/)
})
