import type { App } from '../app/app-context.ts'
import { watch } from '../app/view-signal.ts'
import { plainText } from '../text/plain-text.ts'
import { say } from '../words/say.ts'
import { listedText } from './listed.ts'
import { reactionList } from './reaction-list.ts'
import { authorOf, timeOf } from './timeline-rows.ts'
import type { MessageItem } from './timeline-rows.ts'

/** More of a text is read where it stands. */
const TEXT_MAX = 500

/** What a screen reader says of a message in focus: author, time, kind, text, reactions. In a component, which follows the name. */
export function rowLabel({ natter, self, time }: Pick<App, 'natter' | 'self' | 'time'>, item: MessageItem): string {
  const by = authorOf(item, self)
  const author = (by && watch(natter.user(by))?.name) ?? say('timeline.somebody')
  const text = [kindOf(item), textOf(item).slice(0, TEXT_MAX), reactionsOf(item, self)].filter((part) => part !== '')
  return say('timeline.rowLabel', { author, time: time.time(timeOf(item)), text: text.join(', ') })
}

function kindOf(item: MessageItem): string {
  if (item.kind === 'pending') return say(item.state === 'failed' ? 'timeline.rowFailed' : 'timeline.rowPending')
  return item.message.replyTo === undefined || item.message.deletedAt !== undefined ? '' : say('timeline.rowReply')
}

function textOf(item: MessageItem): string {
  if (item.kind === 'pending') return plainText(item.text)
  if (item.message.deletedAt !== undefined) return say('timeline.deleted')
  const text = plainText(item.message.text)
  return item.message.editedAt === undefined ? text : `${text} ${say('timeline.edited')}`
}

function reactionsOf(item: MessageItem, self: App['self']): string {
  const reactions = item.kind === 'message' ? reactionList(item.message.reactions, self) : []
  if (reactions.length === 0) return ''
  return say('timeline.rowReactions', { list: listedText(reactions.map(({ emoji, count }) => `${emoji} ${count}`)) })
}
