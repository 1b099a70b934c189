import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'

/**
 * Texts on the page that were not said through the catalogues, told by the pseudo-language: what has plain letters left
 * once the gallery's own content is taken out of it.
 */
export async function unsaid(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const attributes = [
      'aria-label',
      'aria-description',
      'aria-roledescription',
      'aria-valuetext',
      'title',
      'placeholder',
      'alt',
    ]
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      // What people wrote, the letters of a face, what has no other name, and keys, which are called what is printed on them.
      const content = node.parentElement?.closest(
        'script, style, noscript, kbd, [translate=no], .avatar, .markup, .markup button',
      )
      if (content === null || content?.matches('button') === true) found.push(node.textContent ?? '')
    }
    // Emoji are called what their own data call them.
    for (const element of document.body.querySelectorAll('*:not([data-cell])')) {
      for (const name of attributes) found.push(element.getAttribute(name) ?? '')
    }
    return [...new Set(found.map((text) => text.trim()))]
  })
  return texts.filter(hasPlainWords)
}

function hasPlainWords(text: string): boolean {
  if (!/[a-z]/i.test(text) || CONTENT.some((content) => content.includes(text))) return false
  const said = CONTENT.reduce((left, content) => left.replaceAll(content, ''), text)
  return /[a-z]/i.test(said.replaceAll(NAMED, ''))
}

/** Emoji, commands and letter keys, which have one name in all languages: `:tada:`, `/me`, `Ctrl+B`. */
const NAMED = /:[\w+-]+:|\/[a-z]+\b|\+[A-Z]\b/g
/** Shorter parts of a message could hide a word of the page. */
const PART_MIN = 5
const DEVICES = ['Firefox', 'Chrome', 'Linux', 'Android']
const CONTENT = galleryContent()

/** What people wrote, and names of people, rooms, languages, browsers and systems: the string literals of the gallery, the longest first. */
function galleryContent(): string[] {
  const folder = fileURLToPath(new URL('../src/gallery/', import.meta.url))
  const sources = readdirSync(folder).map((name) => readFileSync(folder + name, 'utf8'))
  const literals = sources.flatMap((source) => [
    ...source.matchAll(/'((?:[^'\\\n]|\\.)+)'|"([^"\n]+)"|`([^`]+)`|>([^<>{}\n]+)</g),
  ])
  const texts = literals.map(([, single, double, template, drawn]) =>
    (single ?? double ?? template ?? drawn ?? '').replaceAll('\\n', '\n'),
  )
  // Where a message is read out its marks are gone.
  const parts = texts.flatMap((text) => text.split(/[*_~|`>\n]+ ?/)).filter((part) => part.length >= PART_MIN)
  return [...new Set([...texts, ...parts, 'Natter', 'English', 'Deutsch', ...DEVICES])]
    .filter((text) => text.length > 1)
    .toSorted((a, b) => b.length - a.length)
}
