import { isRoomId, isUserId, noSuchRoom, refuse } from '@natter/protocol'
import type { Refusal, UserId } from '@natter/protocol'
import { sessionId } from '@natter/protocol/schemas'
import type { PathParams } from './route.ts'

const SEQ = /^[1-9][0-9]{0,14}$/

/** Reads path parameters; a value that cannot be anything's name is answered like one that is nothing's. */
export function readParams(raw: Record<string, string>, me: UserId | undefined): Partial<PathParams> | Refusal {
  const params: Partial<PathParams> = {}
  for (const [name, text] of Object.entries(raw)) {
    const refused = readParam(params, name, text, me)
    if (refused !== undefined) return refused
  }
  return params
}

function readParam(
  params: Partial<PathParams>,
  name: string,
  text: string,
  me: UserId | undefined,
): Refusal | undefined {
  switch (name) {
    case 'room':
      if (!isRoomId(text)) return noSuchRoom()
      params.room = text
      return undefined
    case 'user': {
      const user = text === 'me' ? me : text
      if (user === undefined || !isUserId(user)) return noSuchPerson()
      params.user = user
      return undefined
    }
    case 'seq':
      if (!SEQ.test(text)) return refuse('not_found', 'There is no such message in this room.', { field: 'seq' })
      params.seq = Number(text)
      return undefined
    case 'session': {
      const session = sessionId.safeParse(text)
      if (!session.success) return refuse('not_found', 'There is no such session of yours.')
      params.session = session.data
      return undefined
    }
    default:
      params.connection = text
      return undefined
  }
}

export function noSuchPerson(): Refusal {
  return refuse('not_found', 'There is no such person here.', { field: 'user' })
}
