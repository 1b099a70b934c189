import type { PlainKey } from '../../words/say.ts'
import type { Edit, Written } from '../edit.ts'
import { fenceSelection } from './fence.ts'
import { linkSelection } from './link.ts'
import { toggleLines } from './toggle-lines.ts'
import { toggleMark } from './toggle-mark.ts'

/** What can be done to the look of what is selected. */
export const FORMATS = {
  bold: { icon: 'bold', words: 'composer.bold', edit: (written) => toggleMark(written, 'bold') },
  italic: { icon: 'italic', words: 'composer.italic', edit: (written) => toggleMark(written, 'italic') },
  strike: { icon: 'strike', words: 'composer.strike', edit: (written) => toggleMark(written, 'strike') },
  link: { icon: 'link', words: 'composer.link', edit: (written) => linkSelection(written) },
  code: { icon: 'code', words: 'composer.code', edit: codeSelection },
  codeBlock: { icon: 'codeBlock', words: 'composer.codeBlock', edit: fenceSelection },
  quote: { icon: 'quote', words: 'composer.quote', edit: (written) => toggleLines(written, 'quote') },
  list: { icon: 'list', words: 'composer.list', edit: (written) => toggleLines(written, 'list') },
  numbers: { icon: 'numbers', words: 'composer.numbers', edit: (written) => toggleLines(written, 'numbers') },
} as const satisfies Record<string, Format>

export type FormatName = keyof typeof FORMATS

interface Format {
  /** Of `Icon`. */
  icon: string
  words: PlainKey
  edit: (written: Written) => Edit
}

export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[]

/** Backticks hold one line only; several lines are a block. */
function codeSelection(written: Written): Edit {
  const isBlock = written.text.slice(written.from, written.to).includes('\n')
  return isBlock ? fenceSelection(written) : toggleMark(written, 'code')
}
