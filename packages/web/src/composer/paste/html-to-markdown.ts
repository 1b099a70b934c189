import { addressOf } from '../format/link.ts'
import { blockOf, isBlock, joinBlocks } from './html-blocks.ts'
import type { MarkdownBlock } from './html-blocks.ts'
import { htmlTree } from './html-tree.ts'
import type { HtmlElement, HtmlNode } from './html-tree.ts'
import { markRuns } from './inline-runs.ts'
import type { Look, Run } from './inline-runs.ts'

/** Longer HTML is pasted as plain text: a message holds a fraction of it. */
const HTML_LENGTH_MAX = 400_000

/**
 * Rich text of the clipboard as the text of a message: headings and bold, italics, strike, code, links to `http(s)`, lists,
 * quotes, tables. Undefined where its plain text says as much: no formatting, code of an editor, or too large.
 */
export function htmlToMarkdown(html: string): string | undefined {
  // Editors put lines of code into elements that keep spaces as they are.
  if (html.length > HTML_LENGTH_MAX || /white-space:\s*pre\s*[;"']/i.test(html)) return undefined
  const root = htmlTree(html)
  if (!root) return undefined
  const blocks = blocksOf(root.children, {})
  return blocks.some(({ isFormatted }) => isFormatted) ? joinBlocks(blocks).trim() : undefined
}

/** What stands in an element, block by block. */
function blocksOf(nodes: readonly HtmlNode[], look: Look): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = []
  let runs: Run[] = []
  const flush = (): void => {
    const { text, isMarked } = markRuns(runs)
    const lines = text
      .replaceAll(/ *\n */g, '\n')
      .replaceAll(/ {2,}/g, ' ')
      .trim()
    if (lines !== '') blocks.push({ text: lines, isLoose: false, isFormatted: isMarked })
    runs = []
  }
  const read = (node: HtmlNode, its: Look): void => {
    if (typeof node === 'string') runs.push({ text: node.replaceAll(/[\s\u00a0]+/g, ' '), look: its })
    else if (node.tag === 'br') runs.push({ text: '\n', look: its })
    else if (node.tag === 'img') runs.push({ text: node.attributes.get('alt') ?? '', look: its })
    else if (isBlock(node)) {
      flush()
      blocks.push(...blockOf(node, lookOf(node, its), blocksOf))
    } else for (const child of node.children) read(child, lookOf(node, its))
  }
  for (const node of nodes) read(node, look)
  flush()
  return blocks
}

/** How the text in an element looks: by its tag, and by its style, which has the last word. */
function lookOf({ tag, attributes }: HtmlElement, look: Look): Look {
  const style = attributes.get('style') ?? ''
  const weight = /font-weight:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase()
  const slant = /font-style:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase()
  const isHeavy = weight === undefined ? undefined : weight.startsWith('bold') || Number(weight) >= 600
  return {
    isBold: isHeavy ?? ((look.isBold ?? false) || tag === 'b' || tag === 'strong' || /^h[1-6]$/.test(tag)),
    isItalic:
      slant === undefined
        ? (look.isItalic ?? false) || tag === 'i' || tag === 'em' || tag === 'cite'
        : slant === 'italic',
    isStruck: (look.isStruck ?? false) || STRUCK.has(tag) || /text-decoration[\w-]*:[^;]*line-through/i.test(style),
    isCode: (look.isCode ?? false) || CODE.has(tag),
    href: tag === 'a' ? (addressOf(attributes.get('href') ?? '') ?? look.href) : look.href,
  }
}

const STRUCK = new Set(['s', 'del', 'strike'])
const CODE = new Set(['code', 'kbd', 'samp', 'tt'])
