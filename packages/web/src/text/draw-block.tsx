import type { ComponentChildren, JSX } from 'preact'
import { CodeBlock } from './code-block.tsx'
import { Inlines } from './draw-inline.tsx'
import { numbersOf } from './list-numbers.ts'
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
        <p key={key}>
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
    <li key={index} value={numbers?.[index]}>
      <Blocks blocks={inside} ownHandle={ownHandle} />
    </li>
  ))
  return ordered ? <ol dir="auto">{drawn}</ol> : <ul dir="auto">{drawn}</ul>
}
