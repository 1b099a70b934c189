import { pino } from 'pino'
import type { DestinationStream } from 'pino'
import type { Clock } from './ports/clock.ts'
import type { Log } from './ports/log.ts'

/** What must never be in a line; a net below the rule that nobody puts it there. */
const REDACTED = [
  'password',
  'token',
  'accessToken',
  'refreshToken',
  'ticket',
  'code',
  'text',
  'cookie',
  'authorization',
]

/**
 * A log of JSON lines: level, time in ms, message, fields. `error` fields become name, message and stack. `to` is where
 * the lines go; standard error by default.
 */
export function createLog(
  level: 'debug' | 'info' | 'warn' | 'error' | 'silent',
  clock: Pick<Clock, 'now'>,
  to: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Log {
  const logger = pino(
    {
      level,
      base: null,
      messageKey: 'message',
      errorKey: 'error',
      timestamp: () => `,"at":${clock.now()}`,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: pino.stdSerializers.errWithCause },
      redact: { paths: REDACTED, censor: 'redacted' },
    },
    to,
  )
  const write =
    (name: 'debug' | 'info' | 'warn' | 'error') =>
    (message: string, fields: object = {}) =>
      logger[name](fields, message)
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') }
}
