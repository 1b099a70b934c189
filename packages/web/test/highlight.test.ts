import assert from 'node:assert/strict'
import { test } from 'node:test'
import { array, assert as holds, constantFrom, property } from 'fast-check'
import { codeLanguage } from '../src/text/highlight/code-language.ts'
import { highlight } from '../src/text/highlight/highlight.ts'
import { GRAMMARS } from '../src/text/highlight/languages.ts'

const LANGUAGES = Object.keys(GRAMMARS).flatMap((name) => codeLanguage(name) ?? [])

const LETTERS = '<>{}()[]"\'`/*#-+=;:.,\\$@!&|~^%? \n\tabfix09_Éπ'.split('')

test('WEB-126 code is cut into pieces with colours, by the language it says it is in', () => {
  assert.deepEqual(highlight('const a = "x" // why', 'typescript'), [
    { colour: 'keyword', text: 'const' },
    { colour: undefined, text: ' a = ' },
    { colour: 'string', text: '"x"' },
    { colour: undefined, text: ' ' },
    { colour: 'comment', text: '// why' },
  ])
  assert.deepEqual(
    highlight('-a\n+b', 'diff').map(({ colour }) => colour),
    ['removed', undefined, 'added'],
  )
  assert(highlight('<style>a { color: red }</style>', 'xml').some(({ text }) => text.includes('color')))
})

test('WEB-126 languages go by the names people know them by', () => {
  for (const [label, language] of [
    ['ts', 'typescript'],
    ['JS', 'javascript'],
    ['c++', 'cpp'],
    ['C#', 'csharp'],
    ['sh', 'bash'],
    ['yml', 'yaml'],
    ['html', 'xml'],
    ['', undefined],
    ['brainfuck', undefined],
    ['constructor', undefined],
  ]) {
    assert.equal(codeLanguage(label ?? ''), language, label ?? '')
  }
})

test('WEB-126 no colour costs a letter: the pieces together are the code, in every language', () => {
  assert.equal(LANGUAGES.length, 22)
  const code = array(constantFrom(...LETTERS), { maxLength: 80 }).map((all) => all.join(''))
  holds(
    property(constantFrom(...LANGUAGES), code, (language, text) => {
      assert.equal(
        highlight(text, language)
          .map((token) => token.text)
          .join(''),
        text,
      )
    }),
    { numRuns: 400 },
  )
})
