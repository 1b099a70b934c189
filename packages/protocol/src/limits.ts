/**
 * The default limits of a server, all configurable; the ones in force travel in the reply to `hello`.
 * Bytes are UTF-8. Rates are steady rates with a burst on top.
 */
export const LIMITS = {
  /** One inbound WebSocket message. */
  frameBytes: 65_536,
  /** The first frame, before anybody has signed in. */
  helloBytes: 8_192,
  /** Time from the upgrade to a complete `hello`. */
  helloMs: 5_000,
  textCodePoints: 8_000,
  textBytes: 32_768,
  jsonDepth: 16,
  jsonKeys: 256,
  /** Rooms a connection may follow at level full. */
  fullRooms: 50,
  connectionsPerUser: 20,
  connectionsPerAddress: 200,
  commandsPerSecond: 50,
  commandsBurst: 100,
  roomSendsPerSecond: 5,
  roomSendsBurst: 20,
  userSendsPerSecond: 20,
  userSendsBurst: 40,
  /** The least time between two `typing` of one user in one room. */
  typingIntervalMs: 3_000,
  joinsPerMinute: 10,
  searchesPerSecond: 1,
  searchesBurst: 5,
  signInsPerMinutePerAccount: 5,
  signInsPerMinutePerAddress: 20,
  /** Hellos a node takes a second; beyond it, close 4008. */
  hellosPerSecond: 500,
} as const

export type LimitName = keyof typeof LIMITS
export type Limits = Record<LimitName, number>

/** Bounds of the protocol itself: not configurable, since clients are built on them. */
export const BOUNDS = {
  helloRooms: 20,
  syncRooms: 50,
  digestRooms: 200,
  sendManyItems: 32,
  historyPage: 100,
  /** A page where the command names no limit; also the messages of a `reset`. */
  historyPageDefault: 50,
  versionsPage: 100,
  membersPage: 200,
  receiptsPage: 200,
  usersPage: 200,
  roomsPage: 100,
  watchedUsers: 200,
  deltaEvents: 500,
  deltaBytes: 262_144,
  handleMin: 2,
  handleMax: 32,
  nameMax: 50,
  topicMax: 250,
  clientMax: 100,
  announcementMax: 1_000,
  passwordMin: 8,
  passwordBytesMax: 1_024,
  directPeople: 10,
  /** Settings of one user: how many, and the bytes of all keys and values as JSON. */
  settingsKeys: 512,
  settingsBytes: 32_768,
  reactionKinds: 50,
  reactionUsers: 500,
  /** Of all kinds together: every change of a reaction carries them all to everybody. */
  reactionsPerMessage: 1_000,
  typingExpiresMs: 6_000,
  /** The longest that a poll waits. */
  pollWaitMs: 25_000,
  /** The longest that a streamed response lasts. */
  streamMs: 60_000,
} as const
