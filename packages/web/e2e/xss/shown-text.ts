import type { Locator, Page } from '@playwright/test'

/** The row of one message. */
export function row(page: Page, seq: number): Locator {
  return page.locator(`.message[data-seq="${seq}"]`)
}

/** A text from its beginning to its end, with whatever white space. */
export function exactly(text: string): RegExp {
  return new RegExp(`^\\s*${text.replaceAll(/\s+/g, ' ').split(' ').map(RegExp.escape).join('\\s+')}\\s*$`)
}

/** Names that no element within `selector` shows from their beginning to their end, with whatever white space. */
export function namesMissing(page: Page, selector: string, names: readonly string[]): Promise<string[]> {
  return page.evaluate(
    ([within, all]) => {
      const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
      const elements = document.querySelectorAll(`${within}, ${within} *`)
      const shown = new Set([...elements].map((each) => plain(each.textContent)))
      return all.filter((name) => !shown.has(plain(name)))
    },
    [selector, [...names]] as const,
  )
}

/** Words of what was typed that are neither shown nor the address of a link: whatever markup does, it swallows nothing. */
export function wordsMissing(page: Page, seqs: number[], payloads: readonly string[]): Promise<string[]> {
  return page.evaluate(
    ([all, typed]) =>
      typed.flatMap((text, index) => {
        const row = document.querySelector(`.message[data-seq="${all[index] ?? 0}"] .markup`)
        const links = [...(row?.querySelectorAll('a') ?? [])].map((link) => decodeURIComponent(link.href))
        const shown = [row?.textContent ?? '', ...links].join(' ').toLowerCase()
        // What stands behind a fence names its language; a shortcode becomes its emoji.
        const words = text.replaceAll(/```\S*|:[a-z0-9_+-]+:/g, ' ').match(/[a-z]{3,}/gi) ?? []
        const missing = words.filter((word) => !shown.includes(word.toLowerCase()))
        return missing.length === 0 ? [] : [`${text} lacks ${missing.join(' ')}, shows ${shown}`]
      }),
    [seqs, [...payloads]] as const,
  )
}
