import type { App } from '../app/app-context.ts'
import { pathOf } from '../app/routes.ts'
import type { RoomId } from '@natter/protocol'
import { say } from '../words/say.ts'

/** Puts a message's words on the clipboard. Browsers have none for pages that did not come over a safe connection. */
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

async function copy({ notices }: Pick<App, 'notices'>, text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    notices.tell(done)
  } catch {
    notices.tell(say('timeline.cannotCopy'))
  }
}
