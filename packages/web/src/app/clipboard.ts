import { say } from '../words/say.ts'
import type { App } from './app-context.ts'

/** Puts a text on the clipboard and tells how that went. Browsers have none for pages that did not come over a safe connection. */
export async function copy({ notices }: Pick<App, 'notices'>, text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    notices.tell(done)
  } catch {
    notices.tell(say('frame.noCopy'))
  }
}
