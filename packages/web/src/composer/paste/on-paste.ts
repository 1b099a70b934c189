import { writtenIn } from '../apply-edit.ts'
import { insertion } from '../edit.ts'
import { addressOf, linkSelection } from '../format/link.ts'
import { isInCode } from '../in-code.ts'
import type { Writing } from '../writing.ts'
import { pastedLines } from './many-lines.ts'

/**
 * What a paste makes of the clipboard: an address on a selection becomes a link, rich text the marks of a message, many lines
 * an offer. All else is the browser's, as is Ctrl+Shift+V, which brings plain text only. In code everything stays plain.
 */
export function onPaste(event: ClipboardEvent, writing: Writing): void {
  const { clipboardData, currentTarget: area } = event
  if (!clipboardData || !(area instanceof HTMLTextAreaElement)) return
  const plain = clipboardData.getData('text/plain')
  const html = clipboardData.getData('text/html')
  const written = writtenIn(area)
  const selected = written.text.slice(written.from, written.to)
  const isCode = isInCode(written.text, written.from)
  const address = addressOf(plain)
  if (address !== undefined && selected.trim() !== '' && addressOf(selected) === undefined && !isCode) {
    event.preventDefault()
    writing.edit((now) => linkSelection(now, address))
  } else if (html !== '' && !isCode && address === undefined) {
    event.preventDefault()
    void pasteRich(writing, html, plain)
  } else writing.pastedLines.value = pastedLines(written, plain)
}

/** The reader of rich text comes when it is first needed; where it does not, the plain text is as good as it gets. */
async function pasteRich(writing: Writing, html: string, plain: string): Promise<void> {
  const markdown = await import('./html-to-markdown.ts').then(
    ({ htmlToMarkdown }) => htmlToMarkdown(html),
    () => undefined,
  )
  writing.edit((now) => {
    if (markdown === undefined) writing.pastedLines.value = pastedLines(now, plain)
    return insertion(now, markdown ?? plain.replaceAll(/\r\n?/g, '\n'))
  })
}
