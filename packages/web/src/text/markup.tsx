import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { emojiOf } from '../emoji/load-emoji.ts'
import { Blocks } from './draw-block.tsx'
import { isJumbo } from './jumbo.ts'
import { parseMarkup } from './parse-markup.ts'
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
  const blocks = useMemo(() => parseMarkup(text), [text])
  const emoji = isNamesOnly(text) ? withEmoji(text) : text
  if (isJumbo(emoji)) {
    return (
      <p class="markup markup--jumbo">
        {emoji.trim()}
        {mark}
      </p>
    )
  }
  return (
    <div class="markup" dir="auto">
      <Blocks blocks={blocks} ownHandle={ownHandle} mark={mark} />
    </div>
  )
}

const NAMES_LENGTH_MAX = 300

/** Whether there is nothing but emoji by name, which may turn out to be shown large. */
function isNamesOnly(text: string): boolean {
  return text.length <= NAMES_LENGTH_MAX && /^\s*(?::[\w+-]{1,40}:\s*)+$/.test(text)
}

function withEmoji(text: string): string {
  return text.replaceAll(/:([\w+-]{1,40}):/g, (typed, code: string) => emojiOf(code) ?? typed)
}
