import type { Room } from '@natter/protocol'
import { roomAt } from '../../text/mention.ts'
import { withoutBrackets } from '../format/link.ts'

/** How a text names a room: `#name` where that is read as one word, else a link to it. `origin` is that of the page. */
export function roomReference({ id, name = '' }: Pick<Room, 'id' | 'name'>, origin: string): string {
  const word = `#${name}`
  return roomAt(word, 0)?.end === word.length ? word : `[${withoutBrackets(name)}](${origin}/r/${id})`
}
