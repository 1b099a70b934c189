import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// Makes packages/web/src/emoji/data from the package emojibase-data, which at 49 MB is no part of the installation:
//   npm pack emojibase-data@17.0.0 && tar xzf emojibase-data-17.0.0.tgz && node scripts/make-emoji-data.ts package

interface Source {
  emoji: string
  hexcode: string
  label: string
  tags?: string[]
  group?: number
  version: number
  order: number
  skins?: { emoji: string; tone: number | number[] }[]
}

interface Row {
  source: Source
  emoji: string
  codes: string[]
}

/** Groups of the standard that the picker shows, by its numbers; number 2 are parts of other emoji. */
const GROUPS = new Map([
  [0, 'smileys'],
  [1, 'people'],
  [3, 'nature'],
  [4, 'food'],
  [5, 'travel'],
  [6, 'activities'],
  [7, 'objects'],
  [8, 'symbols'],
  [9, 'flags'],
])
/** In the order in which they may claim a name: what people know from GitHub and Slack goes first. */
const CODE_SOURCES = ['github', 'iamcal', 'emojibase']
const CODE = /^[a-z0-9_+-]{1,40}$/
/** Everything draws what is older. */
const VERSION_TOLD_MIN = 12
const TONES = ['🏻', '🏼', '🏽', '🏾', '🏿']

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('Say where emojibase-data lies: node scripts/make-emoji-data.ts <folder>')
const rows = rowsOf(folder)
write('emoji-en', rows, ({ source, emoji, codes }) => {
  const told = source.version < VERSION_TOLD_MIN ? '' : String(source.version)
  return [emoji, told + (takesTone(source, emoji) ? '+' : ''), codes.join(' '), ...words(source, codes)].join('|')
})
const german = new Map((read(folder, 'de/data.json') as Source[]).map((each) => [each.hexcode, each]))
write('emoji-de', rows, ({ source }) => words(german.get(source.hexcode) ?? source, []).join('|'))

function read(from: string, path: string): unknown {
  return JSON.parse(readFileSync(join(from, path), 'utf8'))
}

function rowsOf(from: string): Row[] {
  const sources = (read(from, 'en/data.json') as Source[])
    .filter(({ group }) => group !== undefined && GROUPS.has(group))
    .sort((a, b) => a.order - b.order)
  const taken = new Set<string>()
  const codes = new Map<string, string[]>(sources.map(({ hexcode }) => [hexcode, []]))
  for (const name of CODE_SOURCES) {
    const named = read(from, `en/shortcodes/${name}.json`) as Record<string, string | string[]>
    for (const [hexcode, found] of Object.entries(named)) {
      for (const code of [found].flat()) {
        const own = codes.get(hexcode)
        if (own === undefined || taken.has(code) || !CODE.test(code)) continue
        taken.add(code)
        own.push(code)
      }
    }
  }
  return sources.map((source) => ({
    source,
    emoji: qualified(source.emoji),
    codes: codes.get(source.hexcode) ?? [],
  }))
}

/** With the variation selectors that the standard's list has, for the server takes no others. */
function qualified(emoji: string): string {
  const plain = emoji.replaceAll('\uFE0F', '')
  const found = [emoji, plain, `${plain}\uFE0F`].find((each) => /^\p{RGI_Emoji}$/v.test(each))
  if (found === undefined) throw new Error(`${emoji} is on no list of this Node's Unicode; take a newer one.`)
  return found
}

/** Whether one tone for everybody in it can be put in by rule, as src/emoji/skin-tone.ts does. */
function takesTone({ skins = [] }: Source, emoji: string): boolean {
  const uniform = skins.filter(({ tone }) => typeof tone === 'number').map((skin) => skin.emoji)
  if (uniform.length === 0) return false
  return TONES.every((tone) => {
    const toned = emoji.replaceAll(/(\p{Emoji_Modifier_Base})\uFE0F?/gu, `$1${tone}`)
    return uniform.includes(toned) && /^\p{RGI_Emoji}$/v.test(toned)
  })
}

/** The name, and what else people search for that neither name nor codes begin a word with. */
function words({ label, tags = [] }: Source, codes: string[]): [name: string, tags: string] {
  const known = ` ${[label.toLowerCase(), ...codes.map((code) => code.replaceAll('_', ' '))].join(' ')}`
  const more = tags.map((tag) => tag.toLowerCase()).filter((tag) => !known.includes(` ${tag}`) && !tag.includes('|'))
  return [label.replaceAll('|', ' '), more.join(',')]
}

function write(file: string, all: Row[], line: (row: Row) => string): void {
  const name = file === 'emoji-en' ? 'EMOJI_EN' : 'EMOJI_DE'
  const lines = [...GROUPS].flatMap(([group, title]) => [
    `#${title}`,
    ...all.filter(({ source }) => source.group === group).map(line),
  ])
  const text = `// Made by scripts/make-emoji-data.ts from emojibase-data 17.0.0; one emoji a line, read by emoji-lines.ts.
// Copyright (c) 2017-2019 Miles Johnson, MIT licence; names and keywords from Unicode CLDR, Unicode licence v3.
export const ${name} = \`
${lines.join('\n').replaceAll(/[\\`]|\$\{/g, '\\$&')}
\`
`
  writeFileSync(new URL(`../packages/web/src/emoji/data/${file}.ts`, import.meta.url), text)
}
