import { LIMITS } from '@natter/protocol'
import type { LimitName } from '@natter/protocol'
import { NODE_OUTBOX_BYTES } from '../gateway/outbox-bounds.ts'
import { LIMIT_TEXTS } from './limit-texts.ts'
import { option } from './option.ts'
import type { Option } from './option.ts'
import { bus, database, host, line, list, network, oneOf, origin, wholeNumber } from './read-value.ts'

const NAME_CHARACTERS_MAX = 50
const PATH_CHARACTERS_MAX = 4_096
/** Longer than any supervisor waits before it kills. */
const DRAIN_MS_MAX = 600_000
const MIB = 1_048_576
const MEMORY_MIB_MAX = 1_048_576

/** What `natter serve` can be told, besides the limits. */
export const SETTINGS = {
  host: option('host', {
    placeholder: '<address>',
    byDefault: '127.0.0.1',
    description: 'What to listen on. 0.0.0.0 or :: for every network.',
    read: host,
  }),
  port: option('port', {
    placeholder: '<number>',
    byDefault: '8080',
    description: 'The port to listen on. 0 for any that is free.',
    read: wholeNumber(0, 65_535),
  }),
  data: option('data', {
    placeholder: '<folder>',
    byDefault: './data',
    description: 'The folder that holds everything; made if it is not there.',
    read: line(PATH_CHARACTERS_MAX),
  }),
  databaseUrl: option('databaseUrl', {
    placeholder: '<url>',
    byDefault: 'sqlite:',
    description: 'Where the log is kept. "sqlite:" is a file in the data folder, "memory:" forgets all at the end.',
    isSecret: true,
    read: database,
  }),
  busUrl: option('busUrl', {
    placeholder: '<url>',
    byDefault: 'process:',
    description: 'How the nodes of a cluster tell each other. "process:" is for one node.',
    isSecret: true,
    read: bus,
  }),
  signup: option('signup', {
    placeholder: '<mode>',
    byDefault: 'invite',
    description:
      'Who may make an account: anybody (open), whoever has an invite (invite), or nobody (closed). The very first account, the owner, always may.',
    read: oneOf('open', 'invite', 'closed'),
  }),
  publicUrl: option('publicUrl', {
    placeholder: '<origin>',
    description:
      'Where browsers reach this place, like https://chat.example. Needed behind a proxy. With https, cookies are bound to it.',
    read: origin,
  }),
  origins: option('origins', {
    placeholder: '<origins>',
    byDefault: '',
    description: 'Further origins, with commas between them, whose pages may use this place for their visitors.',
    read: list(origin),
  }),
  trustedProxies: option('trustedProxies', {
    placeholder: '<networks>',
    byDefault: '',
    description:
      'Addresses or networks, with commas between them, of proxies whose X-Forwarded-For is believed. Without it, all who come through a proxy share its rates.',
    read: list(network),
  }),
  logLevel: option('logLevel', {
    placeholder: '<level>',
    byDefault: 'info',
    description: 'How much is logged.',
    read: oneOf('debug', 'info', 'warn', 'error', 'silent'),
  }),
  name: option('name', {
    placeholder: '<name>',
    byDefault: 'Natter',
    description: 'What this place is called until its owner gives it another name.',
    read: line(NAME_CHARACTERS_MAX),
  }),
  drainMs: option('drainMs', {
    placeholder: '<milliseconds>',
    byDefault: '500',
    description:
      'How long clients are served on when the server is asked to end; it ends earlier once all have left. Alone on its machine it has nowhere to send them, so half a second lets what is under way be answered. Behind a load balancer with other nodes, 15000 lets everybody move without a gap.',
    read: wholeNumber(0, DRAIN_MS_MAX),
  }),
  outboxMemoryMib: option('outboxMemoryMib', {
    placeholder: '<MiB>',
    byDefault: String(NODE_OUTBOX_BYTES / MIB),
    description:
      'What may wait in memory for all clients that read slowly, together; one of them has at most 1 MiB. Beyond it the slowest are let go, and newcomers are told to come back.',
    read: wholeNumber(1, MEMORY_MIB_MAX),
  }),
  limits: option('limits', {
    placeholder: '<on|off>',
    byDefault: 'on',
    description: 'off: no rates and no caps on connections, for load tests. Never where strangers can reach it.',
    read: oneOf('on', 'off'),
  }),
}

const NUMBER_MAX = 1_000_000_000
/** Where a larger number would cost the server its footing: stack, memory, or time before a sign-in. */
const LIMIT_MAX: Partial<Record<LimitName, number>> = {
  frameBytes: 16_777_216,
  helloBytes: 1_048_576,
  helloMs: 60_000,
  textCodePoints: 1_000_000,
  textBytes: 4_194_304,
  jsonDepth: 100,
  jsonKeys: 100_000,
}

/** A setting for each limit of the protocol: `NATTER_LIMIT_FRAME_BYTES`. */
export const LIMIT_SETTINGS: Option<number>[] = (Object.keys(LIMITS) as LimitName[]).map((name) =>
  option(`limit${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`, {
    placeholder: '<number>',
    byDefault: String(LIMITS[name]),
    description: LIMIT_TEXTS[name],
    read: wholeNumber(1, LIMIT_MAX[name] ?? NUMBER_MAX),
  }),
)

/** Every setting, in the order of `natter serve --help`. */
export const optionsTable: readonly Option<unknown>[] = [...Object.values(SETTINGS), ...LIMIT_SETTINGS]
