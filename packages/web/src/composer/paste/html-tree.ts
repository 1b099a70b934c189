import { htmlTokens } from './html-tokens.ts'

/** HTML as a tree of what a message can say. */
export type HtmlNode = string | HtmlElement

export interface HtmlElement {
  readonly tag: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: HtmlNode[]
}

/** Elements beyond these are taken as a part of the one around them. */
const DEPTH_MAX = 100
const NODES_MAX = 50_000

/** Ends by the beginning of another of its kind. */
const ENDS_ITSELF = new Set(['p', 'li', 'tr', 'td', 'th', 'dt', 'dd', 'option'])
/** No element is ended from the inside of these. */
const WALLS = new Set(['ul', 'ol', 'table', 'blockquote', 'div', 'dl'])

/** Puts HTML into a tree, forgiving as browsers are. Undefined where it is larger than what a message could hold. */
export function htmlTree(html: string): HtmlElement | undefined {
  const root: HtmlElement = { tag: '', attributes: new Map(), children: [] }
  const open = [root]
  let count = 0
  for (const token of htmlTokens(html)) {
    count += 1
    if (count > NODES_MAX) return undefined
    const parent = open.at(-1) ?? root
    if (token.kind === 'text') parent.children.push(token.text)
    else if (token.kind === 'close') close(open, token.tag)
    else {
      if (ENDS_ITSELF.has(token.tag)) closeWithin(open, token.tag)
      const element: HtmlElement = { tag: token.tag, attributes: token.attributes, children: [] }
      ;(open.at(-1) ?? root).children.push(element)
      if (!token.isClosed && open.length < DEPTH_MAX) open.push(element)
    }
  }
  return root
}

function close(open: HtmlElement[], tag: string): void {
  const at = open.findLastIndex((element) => element.tag === tag)
  if (at > 0) open.length = at
}

function closeWithin(open: HtmlElement[], tag: string): void {
  const at = open.findLastIndex((element) => element.tag === tag || WALLS.has(element.tag))
  if (at > 0 && open[at]?.tag === tag) open.length = at
}
