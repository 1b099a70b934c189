import { NatterError } from '@natter/client'

/** What people read when something failed. The server's refusals are sentences already. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof NatterError)) return 'Something went wrong on this page. Reload it and try again.'
  if (error.code === 'network') return 'The server cannot be reached. Check the connection and try again.'
  return error.message
}

/** The field of a form an error is about, when it is about one of `fields`. */
export function fieldOf<Field extends string>(error: unknown, fields: readonly Field[]): Field | undefined {
  return error instanceof NatterError ? fields.find((field) => field === error.field) : undefined
}
