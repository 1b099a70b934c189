import { NatterError } from '@natter/client'
import { say } from '../words/say.ts'
import { refusalWords } from '../words/server-words.ts'

/** What people read when something failed. The server's refusals are sentences already, in English. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof NatterError)) return say('app.failed')
  return refusalWords(error)
}

/** The field of a form an error is about, when it is about one of `fields`. */
export function fieldOf<Field extends string>(error: unknown, fields: readonly Field[]): Field | undefined {
  return error instanceof NatterError ? fields.find((field) => field === error.field) : undefined
}
