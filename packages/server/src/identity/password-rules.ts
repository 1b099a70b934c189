import { BOUNDS, codePointLength, refuse, utf8Length } from '@natter/protocol'
import type { Refusal } from '@natter/protocol'
import { COMMON_PASSWORDS } from './common-passwords.ts'

/** Refuses a new password that is too short, too long, or among the first that anybody would try. */
export function refusedPassword(password: string, handle: string): Refusal | undefined {
  if (isTooLongToHash(password)) {
    return refuse('bad_request', `The password is longer than ${BOUNDS.passwordBytesMax} bytes.`, FIELD)
  }
  if (codePointLength(password) < BOUNDS.passwordMin) {
    return refuse('bad_request', `The password needs at least ${BOUNDS.passwordMin} characters.`, FIELD)
  }
  const plain = password.toLowerCase()
  if (COMMON_PASSWORDS.has(plain) || plain === handle || new Set(plain).size === 1) {
    return refuse('bad_request', 'This password is among the first that anybody would try. Choose another one.', FIELD)
  }
  return undefined
}

/** Whether a password is beyond what is ever hashed; said before any work is done. */
export function isTooLongToHash(password: string): boolean {
  return password.length > BOUNDS.passwordBytesMax || utf8Length(password) > BOUNDS.passwordBytesMax
}

const FIELD = { field: 'password' }
