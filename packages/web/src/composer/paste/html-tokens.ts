import { decodeEntities } from './html-entities.ts'

/** A piece of HTML. Attributes that mean nothing to a message are left out. */
export type HtmlToken =
  | { kind: 'text'; text: string }
  | { kind: 'open'; tag: string; attributes: ReadonlyMap<string, string>; isClosed: boolean }
  | { kind: 'close'; tag: string }

/** What is inside of these is not meant to be read. */
const UNREAD = new Set([
  'script',
  'style',
  'head',
  'title',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'math',
  'textarea',
  'select',
])
const KEPT_ATTRIBUTES = new Set(['href', 'style', 'alt', 'start'])
const VOID = new Set([
  'br',
  'hr',
  'img',
  'meta',
  'link',
  'input',
  'col',
  'wbr',
  'base',
  'area',
  'embed',
  'source',
  'track',
])
const ATTRIBUTE = /[\s/]*([^\s=>/"'][^\s=>/]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/y
const NAME = /[a-z][a-z0-9:-]*/iy

/** Reads HTML piece by piece, in one pass. Nothing is made of it that could run, load or be shown: only text comes out. */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    const textEnd = open === -1 ? html.length : open
    if (textEnd > at) yield { kind: 'text', text: decodeEntities(html.slice(at, textEnd)) }
    if (open === -1) return
    const { token, end } = tagAt(html, open)
    if (token) yield token
    at = end
    if (token?.kind === 'open' && UNREAD.has(token.tag) && !token.isClosed) at = endOfUnread(html, token.tag, at)
  }
}

function tagAt(html: string, open: number): { token?: HtmlToken; end: number } {
  if (html.startsWith('<!--', open)) return { end: behind(html, '-->', open + 4) }
  const isClosing = html[open + 1] === '/'
  NAME.lastIndex = open + (isClosing ? 2 : 1)
  const tag = NAME.exec(html)?.[0].toLowerCase()
  // `<!doctype`, `<?xml` and what is no tag at all.
  if (tag === undefined) {
    return /[!?/]/.test(html[open + 1] ?? '')
      ? { end: behind(html, '>', open) }
      : { token: { kind: 'text', text: '<' }, end: open + 1 }
  }
  if (isClosing) return { token: { kind: 'close', tag }, end: behind(html, '>', NAME.lastIndex) }
  const { attributes, end } = attributesAt(html, NAME.lastIndex)
  const isClosed = VOID.has(tag) || html[end - 1] === '/'
  return { token: { kind: 'open', tag, attributes, isClosed }, end: behind(html, '>', end) }
}

function attributesAt(html: string, from: number): { attributes: Map<string, string>; end: number } {
  const attributes = new Map<string, string>()
  ATTRIBUTE.lastIndex = from
  let end = from
  for (let found = ATTRIBUTE.exec(html); found !== null; found = ATTRIBUTE.exec(html)) {
    end = ATTRIBUTE.lastIndex
    const name = found[1]?.toLowerCase() ?? ''
    if (KEPT_ATTRIBUTES.has(name)) attributes.set(name, decodeEntities(found[2] ?? found[3] ?? found[4] ?? ''))
  }
  return { attributes, end }
}

function endOfUnread(html: string, tag: string, from: number): number {
  const close = new RegExp(`</${tag}[\\s/>]`, 'gi')
  close.lastIndex = from
  const found = close.exec(html)
  return found ? behind(html, '>', found.index) : html.length
}

function behind(html: string, sign: string, from: number): number {
  const at = html.indexOf(sign, from)
  return at === -1 ? html.length : at + sign.length
}
