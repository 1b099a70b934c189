import type { ComponentChildren, JSX } from 'preact'
import { CodeBlock } from './code-block.tsx'
import { Inlines } from './draw-inline.tsx'
import { TextTable } from './text-table.tsx'
import type { Block, ListItem } from './tree.ts'

interface BlocksProps {
  blocks: readonly Block[]
  ownHandle: string | undefined
  /** Stands behind the last word. */
  mark?: ComponentChildren
}

/** What stands below each other. */
export function Blocks({ blocks, ownHandle, mark }: BlocksProps) {
  const isTextLast = blocks.at(-1)?.kind === 'paragraph'
  return (
    <>
      {blocks.map((block, index) =>
        draw(block, index, {
          ownHandle,
          mark: isTextLast && index === blocks.length - 1 ? mark : undefined,
        }),
      )}
      {!isTextLast && mark}
    </>
  )
}

function draw(block: Block, key: number, { ownHandle, mark }: Omit<BlocksProps, 'blocks'>): JSX.Element {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p key={key} dir="auto">
          <Inlines inside={block.inside} ownHandle={ownHandle} />
          {mark}
        </p>
      )
    case 'code':
      return <CodeBlock key={key} text={block.text} language={block.language} />
    case 'quote':
      return (
        <blockquote key={key} dir="auto">
          <Blocks blocks={block.inside} ownHandle={ownHandle} />
        </blockquote>
      )
    case 'list':
      return <List key={key} ordered={block.ordered} items={block.items} ownHandle={ownHandle} />
    case 'table':
      return <TextTable key={key} table={block} ownHandle={ownHandle} />
  }
}

interface ListProps {
  ordered: boolean
  items: readonly ListItem[]
  ownHandle: string | undefined
}

function List({ ordered, items, ownHandle }: ListProps) {
  const numbers = ordered ? numbersOf(items) : undefined
  const drawn = items.map(({ inside }, index) => (
    <li key={index} dir="auto" value={numbers?.[index]}>
      <Blocks blocks={inside} ownHandle={ownHandle} />
    </li>
  ))
  return ordered ? <ol dir="auto">{drawn}</ol> : <ul dir="auto">{drawn}</ul>
}

/** As typed where they rise, for others may refer to them; counted on where they do not, as in `1. 1. 1.` */
export function numbersOf(items: readonly Pick<ListItem, 'number'>[]): number[] {
  let last = -1
  return items.map(({ number }) => {
    last = number > last ? number : last + 1
    return last
  })
}
