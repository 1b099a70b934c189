import { emojiOf } from '../emoji/load-emoji.ts'
import { say } from '../words/say.ts'
import { parseMarkup } from './parse-markup.ts'
import type { Block, Inline } from './tree.ts'

/**
 * A message where it is quoted, previewed or read out: without its marks, and with a word for what a spoiler covers.
 * Read whole before any of it is cut off, or a spoiler without its end would be text.
 */
export function plainText(text: string): string {
  return ofBlocks(parseMarkup(text))
}

function ofBlocks(blocks: readonly Block[]): string {
  return blocks.map(ofBlock).join('\n')
}

function ofBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return ofInlines(block.inside)
    case 'quote':
      return ofBlocks(block.inside)
    case 'code':
      return block.text
    case 'list':
      return block.items
        .map(({ number, inside }) => `${block.ordered ? `${number}.` : '•'} ${ofBlocks(inside)}`)
        .join('\n')
    case 'table':
      return [block.head, ...block.rows].map((cells) => cells.map(ofInlines).join(' | ')).join('\n')
  }
}

function ofInlines(inlines: readonly Inline[]): string {
  return inlines.map(ofInline).join('')
}

function ofInline(inline: Inline): string {
  switch (inline.kind) {
    case 'spoiler':
      return say('text.covered')
    case 'strong':
    case 'emphasis':
    case 'strike':
      return ofInlines(inline.inside)
    case 'link':
      return inline.label === undefined ? inline.text : ofInlines(inline.label)
    case 'room':
      return `#${inline.name}`
    case 'emoji':
      return emojiOf(inline.code) ?? inline.text
    default:
      return inline.text
  }
}
