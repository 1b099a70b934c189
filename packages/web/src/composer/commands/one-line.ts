import { codePointLength } from '@natter/protocol'
import { say } from '../../words/say.ts'

/** What is wrong with a text that has to be one line of at most `max` characters; undefined when nothing is. */
export function lineTrouble(text: string, max: number): string | undefined {
  if (text.includes('\n')) return say('composer.oneLine')
  const count = codePointLength(text)
  return count > max ? say('composer.lineTooLong', { max, count }) : undefined
}
