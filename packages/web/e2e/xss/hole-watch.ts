import type { Page } from '@playwright/test'
import { watchPage } from '../page-watch.ts'

/** What got through, if anything did. */
export interface HoleWatch {
  /** Scripts that ran, dialogs and windows that opened, requests to elsewhere, refusals of the page's policy, errors. */
  holes(): string[]
}

type WatchedWindow = { tellHole: (what: string) => void }

/** Watches a page, whatever it loads, from its next document on. */
export async function watchHoles(page: Page, url: string): Promise<HoleWatch> {
  const watch = watchPage(page, url)
  const found: string[] = []
  const tell = (what: string): void => void found.push(what)
  page.on('dialog', (dialog) => {
    tell(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('popup', (popup) => tell(`window: ${popup.url()}`))
  await page.exposeFunction('tellHole', tell)
  await page.addInitScript(() => {
    const { tellHole } = window as unknown as WatchedWindow
    Object.defineProperty(window, 'canary', { value: () => tellHole('a script ran') })
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      tellHole(`policy: ${violatedDirective} ${blockedURI} ${sample}`)
    })
  })
  return { holes: () => [...found, ...watch.complaints()] }
}

/** Elements that the page makes; anything else came out of a text. */
const OWN_ELEMENTS =
  'html head meta title link script body noscript div span p a button form input textarea select option label fieldset legend ' +
  'ul ol li h1 h2 h3 h4 main nav aside header footer section article dialog menu time bdi strong em s b i u q code pre kbd mark ' +
  'blockquote table thead tbody tr th td hr br details summary output progress canvas img dl dt dd small sup sub ' +
  'svg g path circle rect line polyline polygon ellipse title use defs symbol text'

/** What stands in the document and cannot have been put there by the page: empty when all text stayed text. */
export function strangersIn(page: Page): Promise<string[]> {
  return page.evaluate((own) => {
    const known = new Set(own.split(' '))
    const found: string[] = []
    const tell = (element: Element, why: string): void => void found.push(`${why}: ${element.outerHTML.slice(0, 200)}`)
    for (const element of document.querySelectorAll('*')) {
      const tag = element.localName
      if (!known.has(tag)) tell(element, 'element')
      if (tag === 'img' && element.className === '') tell(element, 'picture')
      if (tag === 'script' && element.closest('head') === null) tell(element, 'script')
      if (tag === 'link' && element.closest('head') === null) tell(element, 'link')
      for (const { name, value } of element.attributes) {
        if (name.startsWith('on') || ['srcdoc', 'formaction', 'ping', 'background', 'is', 'slot'].includes(name)) {
          tell(element, `attribute ${name}`)
        }
        if (/^(xlink:)?(href|src|srcset|action|data|poster)$/.test(name) && !mayLead(tag, value)) {
          tell(element, `address ${value}`)
        }
        if (name === 'style' && /url\(|expression|@import|binding/i.test(value)) tell(element, 'style')
        if (
          (name === 'id' || name === 'name') &&
          /hole|getElementById|cookie|location|attributes|__proto__/.test(value)
        ) {
          tell(element, `named ${value}`)
        }
      }
      const isForeign = tag === 'a' && (element as HTMLAnchorElement).origin !== location.origin
      const rel = element.getAttribute('rel') ?? ''
      if (isForeign && !(rel.includes('noopener') && element.getAttribute('target') === '_blank')) tell(element, 'link')
    }
    return found

    function mayLead(tag: string, value: string): boolean {
      if (tag === 'use' || value.startsWith('#')) return true
      // The badge that is drawn on the icon of the tab.
      if (tag === 'link' && value.startsWith('data:image/png;base64,')) return true
      const to = URL.parse(value, location.href)
      if (to?.origin === location.origin) return true
      return tag === 'a' && /^(https?|mailto):$/.test(to?.protocol ?? '')
    }
  }, OWN_ELEMENTS)
}

/** Links whose words name another place than the one they lead to, without telling that one as well. */
export function lyingLinksIn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[target=_blank]')].flatMap((link) => {
      const shown = link.textContent.trim()
      const address = /^(?:https?:\/\/|www\.)[^\s(]+/i.exec(shown)?.[0].replace(/^www\./i, 'https://www.')
      const named = address === undefined ? null : URL.parse(address)
      return named !== null && named.host !== link.host && !shown.includes(link.host)
        ? [`"${shown}" leads to ${link.href}`]
        : []
    }),
  )
}
