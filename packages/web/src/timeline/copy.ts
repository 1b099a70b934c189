import type { App } from '../app/app-context.ts'
import { copy } from '../app/clipboard.ts'
import { pathOf } from '../app/routes.ts'
import type { RoomId } from '@natter/protocol'
import { say } from '../words/say.ts'

/** The words of a message. */
export async function copyText(app: Pick<App, 'notices'>, text: string): Promise<void> {
  await copy(app, text, say('timeline.textCopied'))
}

/** The address of a message, for anybody who may see it. */
export async function copyLink(app: Pick<App, 'notices'>, room: RoomId, seq: number): Promise<void> {
  await copy(app, linkTo(room, seq), say('timeline.linkCopied'))
}

export function linkTo(room: RoomId, seq: number): string {
  return location.origin + pathOf({ at: 'room', room, seq })
}
