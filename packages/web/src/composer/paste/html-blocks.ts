import { fenced } from '../format/fence.ts'
import type { HtmlElement, HtmlNode } from './html-tree.ts'
import type { Look } from './inline-runs.ts'

/** One or more lines of a message. */
export interface MarkdownBlock {
  readonly text: string
  /** A blank line parts it from its neighbours. */
  readonly isLoose: boolean
  /** It says more than its plain text. */
  readonly isFormatted: boolean
}

/** Reads what stands in an element. */
export type ReadBlocks = (nodes: readonly HtmlNode[], look: Look) => MarkdownBlock[]

const BLOCKS = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

export function isBlock({ tag }: HtmlElement): boolean {
  return BLOCKS.has(tag)
}

export function joinBlocks(blocks: readonly MarkdownBlock[]): string {
  return blocks
    .map(({ text, isLoose }, index) => {
      if (index === 0) return text
      return `${isLoose || blocks[index - 1]?.isLoose ? '\n\n' : '\n'}${text}`
    })
    .join('')
}

/** An element that begins on a line of its own. */
export function blockOf(element: HtmlElement, look: Look, read: ReadBlocks): MarkdownBlock[] {
  switch (element.tag) {
    case 'pre':
      return [formatted(`\`\`\`\n${fenced(textOf(element).replace(/^\n/, '')).trimEnd()}\n\`\`\``)]
    case 'blockquote':
      return [formatted(joinBlocks(read(element.children, look)).replaceAll(/^/gm, '> '))]
    case 'ul':
    case 'ol':
      return [formatted(listOf(element, look, read))].filter(({ text }) => text !== '')
    case 'table':
      return tableOf(element, look, read)
    case 'hr':
      return []
    default:
      return /^(?:p|h[1-6])$/.test(element.tag) ? loose(read(element.children, look)) : read(element.children, look)
  }
}

function listOf({ tag, attributes, children }: HtmlElement, look: Look, read: ReadBlocks): string {
  const first = Number.parseInt(attributes.get('start') ?? '1', 10) || 1
  const items = children.filter((child) => typeof child !== 'string')
  const lines: string[] = []
  let number = first
  for (const item of items) {
    const isNested = item.tag === 'ul' || item.tag === 'ol'
    const marker = isNested ? '  ' : tag === 'ol' ? `${number}. ` : '- '
    // Tight: a blank line would end the list.
    const text = (
      isNested
        ? listOf(item, look, read)
        : read(item.children, look)
            .map((block) => block.text)
            .join('\n')
    ).trim()
    if (text === '') continue
    if (!isNested) number += 1
    lines.push((isNested ? '  ' : marker) + text.replaceAll('\n', `\n${' '.repeat(marker.length)}`))
  }
  return lines.join('\n')
}

/** Tables of a single column are layout, mostly of mails. */
function tableOf(table: HtmlElement, look: Look, read: ReadBlocks): MarkdownBlock[] {
  const rows = within(table, 'tr').map((row) => row.children.filter((cell) => typeof cell !== 'string'))
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const isLayout = columns < 2 || within(table, 'table').length > 0
  if (isLayout) return rows.flatMap((row) => row.flatMap((cell) => read(cell.children, look)))
  const [head = [], ...body] = rows.map((row) =>
    Array.from({ length: columns }, (_, index) => cellText(row[index], look, read)),
  )
  const lines = [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`)
  return [formatted(lines.join('\n'))]
}

function cellText(cell: HtmlElement | undefined, look: Look, read: ReadBlocks): string {
  const text =
    cell === undefined
      ? ''
      : read(cell.children, look)
          .map((block) => block.text)
          .join(' ')
  return text.replaceAll('\n', ' ').replaceAll('|', '\\|')
}

/** The elements of a tag in an element; not those within one of them. */
function within(element: HtmlElement, tag: string): HtmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return []
    return child.tag === tag ? [child] : within(child, tag)
  })
}

function textOf(node: HtmlNode): string {
  if (typeof node === 'string') return node
  return node.tag === 'br' ? '\n' : node.children.map(textOf).join('')
}

function formatted(text: string): MarkdownBlock {
  return { text, isLoose: true, isFormatted: true }
}

function loose(blocks: readonly MarkdownBlock[]): MarkdownBlock[] {
  return blocks.map((block) => ({ ...block, isLoose: true }))
}
