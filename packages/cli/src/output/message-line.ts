import type { Message } from '@natter/client'
import { escapeLine, escapeText } from './escape.ts'
import type { Style } from './style.ts'
import type { When } from './when.ts'

/**
 * A message as `tail` prints it: seq, time, handle, text. Further lines of a text are set in, so that no text can pass
 * for the line of another message.
 */
export function messageLine(message: Message, handle: string, style: Style, when: When): string {
  const seq = style.dim(String(message.seq))
  const time = style.dim(when.time(message.at))
  const reply = message.replyTo === undefined ? '' : style.dim(`(to ${message.replyTo}) `)
  const edited = message.editedAt === undefined ? '' : style.dim(' (edited)')
  return `${seq} ${time} ${style.bold(escapeLine(handle))}: ${reply}${textOf(message, style)}${edited}\n`
}

function textOf(message: Message, style: Style): string {
  if (message.deletedAt !== undefined) return style.dim('(deleted)')
  return escapeText(message.text).replaceAll('\n', FURTHER_LINE)
}

const FURTHER_LINE = '\n    '
