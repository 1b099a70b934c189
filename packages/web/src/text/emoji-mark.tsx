import { useEffect } from 'preact/hooks'
import { emojiOf, loadEmoji } from '../emoji/load-emoji.ts'

/** An emoji that was written by name: itself once the emoji are loaded, until then, and where there is none, as typed. */
export function EmojiMark({ code, text }: { code: string; text: string }) {
  useEffect(() => {
    // Without the data the name stays as typed, which says the same.
    loadEmoji().catch(() => undefined)
  }, [])
  const found = emojiOf(code)
  return found === undefined ? <>{text}</> : <span title={text}>{found}</span>
}
