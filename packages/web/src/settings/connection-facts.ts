import type { Connection } from '@natter/client'
import type { TimeFormat } from '../app/format-time.ts'
import { say } from '../words/say.ts'

export interface Fact {
  name: string
  value: string
}

interface ConnectionState {
  connection: Connection
  counters: { connections: number; gapsHealed?: number; gapHealedAt?: number | undefined }
  /** Messages that are not sent. */
  waiting: number
  road: 'websocket' | 'http' | undefined
  isRestarting: boolean
  version: string
  now: number
  time: Pick<TimeFormat, 'relative' | 'full'>
}

/** What can be said of the connection, each fact in words. */
export function connectionFacts(state: ConnectionState): Fact[] {
  const { connection, counters, waiting, road, version, now, time } = state
  const { gapsHealed = 0, gapHealedAt } = counters
  const healed =
    gapHealedAt === undefined
      ? say('settings.neverHealed')
      : say('settings.healed', { when: time.relative(gapHealedAt, now), count: gapsHealed })
  return [
    { name: say('settings.state'), value: stateWords(state) },
    { name: say('settings.road'), value: say(`settings.road.${road ?? 'none'}`) },
    {
      name: say('settings.roundTrip'),
      value:
        connection.state === 'live' && connection.roundTripMs !== undefined
          ? say('settings.ms', { ms: Math.round(connection.roundTripMs) })
          : say('settings.notMeasured'),
    },
    {
      name: say('settings.outbox'),
      value: waiting === 0 ? say('settings.outboxEmpty') : say('settings.waiting', { count: waiting }),
    },
    { name: say('settings.lastGap'), value: healed },
    { name: say('settings.connections'), value: say('settings.times', { count: counters.connections }) },
    { name: say('settings.serverVersion'), value: version },
  ]
}

function stateWords({ connection, isRestarting, now, time }: ConnectionState): string {
  switch (connection.state) {
    case 'live':
      return say('settings.live', { when: time.relative(connection.since, now) })
    case 'connecting':
      return isRestarting ? say('frame.restarting') : say('settings.connecting', { attempt: connection.attempt })
    case 'waiting':
      return isRestarting
        ? say('frame.restarting')
        : say('settings.retrying', { seconds: Math.max(0, Math.ceil((connection.retryAt - now) / 1_000)) })
    case 'stopped':
      return connection.why
  }
}
