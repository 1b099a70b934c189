import type { LimitName } from '@natter/protocol'

/** What each limit bounds. */
export const LIMIT_TEXTS: Record<LimitName, string> = {
  frameBytes: 'Bytes of one WebSocket message, or of the body of one request.',
  helloBytes: 'Bytes of the first WebSocket message.',
  helloMs: 'Milliseconds from the start of a connection to its hello.',
  textCodePoints: 'Characters of one message, as Unicode code points.',
  textBytes: 'Bytes of the text of one message, as UTF-8.',
  jsonDepth: 'How deep JSON may be nested.',
  jsonKeys: 'How many keys JSON may have.',
  fullRooms: 'Rooms that one connection may have open.',
  connectionsPerUser: 'Connections of one user.',
  connectionsPerAddress: 'Connections of one network address (IPv6: of one /64).',
  commandsPerSecond: 'Commands a second of one connection; over HTTP, of one user.',
  commandsBurst: 'Commands at once of one connection; over HTTP, of one user.',
  roomSendsPerSecond: 'Messages a second of one user in one room.',
  roomSendsBurst: 'Messages at once of one user in one room.',
  userSendsPerSecond: 'Messages a second of one user in all rooms.',
  userSendsBurst: 'Messages at once of one user in all rooms.',
  typingIntervalMs: 'Milliseconds between two typing notices of one user in one room.',
  joinsPerMinute: 'Rooms that one user may join, make or bring somebody into in a minute.',
  searchesPerSecond: 'Searches a second of one user.',
  searchesBurst: 'Searches at once of one user.',
  signInsPerMinutePerAccount: 'Sign-ins a minute to one account.',
  signInsPerMinutePerAddress: 'Sign-ins a minute from one network address (IPv6: from one /64).',
  hellosPerSecond: 'Hellos a second of this node.',
}
