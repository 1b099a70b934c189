import type { JSX } from 'preact'
import type { Inline } from './inline.ts'
import { isJumbo } from './jumbo.ts'
import { parseMarkup } from './parse-markup.ts'
import type { Block } from './parse-markup.ts'
import './markup.css'

interface MarkupProps {
  text: string
  /** The reader's handle, to make mentions of them stand out. */
  ownHandle?: string | undefined
  /** Stands behind the last word. */
  mark?: JSX.Element | undefined
}

/** A message's text. */
export function Markup({ text, ownHandle, mark }: MarkupProps) {
  if (isJumbo(text)) {
    return (
      <p class="markup markup--jumbo">
        {text.trim()}
        {mark}
      </p>
    )
  }
  const blocks = parseMarkup(text)
  const isTextLast = blocks.at(-1)?.kind === 'paragraph'
  return (
    <div class="markup" dir="auto">
      {blocks.map((block, index) =>
        drawBlock(block, index, { ownHandle, mark: isTextLast && index === blocks.length - 1 ? mark : undefined }),
      )}
      {!isTextLast && mark}
    </div>
  )
}

function drawBlock(block: Block, key: number, { ownHandle, mark }: Omit<MarkupProps, 'text'>): JSX.Element {
  if (block.kind === 'code') {
    return (
      <pre key={key} class="markup__block" tabIndex={0}>
        <code>{block.text}</code>
      </pre>
    )
  }
  const inside = drawInlines(block.inside, ownHandle)
  if (block.kind === 'quote') return <blockquote key={key}>{inside}</blockquote>
  return (
    <p key={key}>
      {inside}
      {mark}
    </p>
  )
}

function drawInlines(inlines: Inline[], ownHandle: string | undefined): (JSX.Element | string)[] {
  return inlines.map((inline, key) => {
    switch (inline.kind) {
      case 'text':
        return inline.text
      case 'code':
        return (
          <code key={key} class="markup__code">
            {inline.text}
          </code>
        )
      case 'link':
        return (
          <a key={key} href={inline.href} target="_blank" rel="noopener noreferrer nofollow">
            {inline.text}
          </a>
        )
      case 'mention':
        return (
          <span key={key} class={inline.handle === ownHandle ? 'mention mention--me' : 'mention'}>
            @{inline.handle}
          </span>
        )
      case 'strong':
        return <strong key={key}>{drawInlines(inline.inside, ownHandle)}</strong>
      case 'strike':
        return <s key={key}>{drawInlines(inline.inside, ownHandle)}</s>
      case 'emphasis':
        return <em key={key}>{drawInlines(inline.inside, ownHandle)}</em>
    }
  })
}
