import type { NatterErrorCode } from '@natter/client'
import { language, say } from './say.ts'
import type { PlainKey } from './say.ts'

/** A sentence of the server. It speaks English, and knows more than `key` says in any other language. */
export function serverWords(sentence: string, key: PlainKey): string {
  return language.value.tag === 'en' ? sentence : say(key)
}

/** A refusal as people read it. */
export function refusalWords({ code, message, field }: Refused): string {
  if (code === 'network') return say('app.unreachable')
  if (code === 'stopped') return serverWords(message, 'app.stopped.none')
  if (field === 'handle' || field === 'password' || field === 'password.old') {
    return serverWords(message, `refusals.about.${field}`)
  }
  return serverWords(message, `refusals.${code}`)
}

interface Refused {
  readonly code: NatterErrorCode
  readonly message: string
  readonly field?: string | undefined
}
