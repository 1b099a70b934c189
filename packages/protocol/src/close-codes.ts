/** WebSocket close codes. 40xx: reconnect and resume; 44xx: act first; 45xx: final, say so. Unknown codes follow their range. */
export const CLOSE = {
  internal: 4000,
  goingAway: 4001,
  noPong: 4003,
  slowReader: 4004,
  rateLimited: 4007,
  overloaded: 4008,
  helloTimeout: 4010,
  tokenExpired: 4401,
  permissionsChanged: 4402,
  replaced: 4403,
  protocolError: 4500,
  versionNotSpoken: 4501,
  tooLarge: 4502,
  forbidden: 4503,
  accountDisabled: 4504,
  connectionLimit: 4505,
  signedOut: 4506,
} as const

export type CloseName = keyof typeof CLOSE

/** What a client does after a close: come back and resume, renew or say hello again first, or stop and tell the user. */
export type CloseAction = 'reconnect' | 'renew' | 'hello' | 'stop'

export function closeAction(code: number): CloseAction {
  if (code === CLOSE.tokenExpired) return 'renew'
  if (code === CLOSE.replaced) return 'stop'
  if (code >= 4400 && code < 4500) return 'hello'
  if (code >= 4500 && code < 4600) return 'stop'
  return 'reconnect'
}
