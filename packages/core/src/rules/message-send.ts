import { refuse } from '@natter/protocol'
import type { Limits, Refusal } from '@natter/protocol'
import type { Draft, RoomCommandOf, RoomFacts } from '../facts.ts'
import { EVERYBODY, namesEverybody, peopleNamedIn } from '../mentions.ts'
import type { Mentioned } from '../mentions.ts'
import { accessToWrite } from './room-access.ts'
import { refusedText } from './message-text.ts'

/** Members post to rooms that are not archived; a reply answers a message of the same room. */
export function decideMessageSend(
  facts: RoomFacts,
  command: RoomCommandOf<'message.send'>,
  limits: Limits,
): Draft[] | Refusal {
  return decidePosts(facts, [command], limits)
}

/** All of the items, or none. */
export function decideMessageSendMany(
  facts: RoomFacts,
  command: RoomCommandOf<'message.sendMany'>,
  limits: Limits,
): Draft[] | Refusal {
  if (new Set(command.items.map((item) => item.cid)).size < command.items.length) {
    return refuse('bad_request', 'Each item needs its own cid.', { field: 'items' })
  }
  return decidePosts(facts, command.items, limits)
}

type Post = { cid: string; text: string; replyTo?: number | undefined }

function decidePosts(facts: RoomFacts, posts: Post[], limits: Limits): Draft[] | Refusal {
  const access = accessToWrite(facts)
  if ('refused' in access) return access
  const drafts: Draft[] = []
  for (const { cid, text, replyTo } of posts) {
    const refused = refusedText(text, limits)
    if (refused !== undefined) return refused
    if (replyTo !== undefined && !facts.subjects.has(replyTo))
      return refuse('not_found', `There is no message ${replyTo} to reply to in this room.`, { field: 'replyTo' })
    drafts.push({ type: 'message.posted', cid, text, replyTo, mentions: mentionsIn(text, facts) })
  }
  return drafts
}

/** The members a text names, without its author; everybody instead, where it names all. */
function mentionsIn(text: string, facts: RoomFacts): Mentioned[] {
  if (namesEverybody(text)) return [EVERYBODY]
  if (facts.mentioned.size === 0) return []
  return peopleNamedIn(text)
    .map((handle) => facts.mentioned.get(handle))
    .filter((user) => user !== undefined)
    .filter((user) => user !== facts.actor.id)
}
