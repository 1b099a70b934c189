/** The validating half of the contract, on zod: for the server and for generators, never for the SDK. */
export { catchUp, userCatchUp } from './catch-up.ts'
export { nothing, written } from './commands/command.ts'
export { COMMANDS } from './commands/index.ts'
export { control } from './control.ts'
export { decodeJson } from './decode-json.ts'
export type { Json, JsonBounds } from './decode-json.ts'
export { describeProtocol, makeSchemaVectors } from './describe.ts'
export { durableEvent, ephemeralEvent, inboxEvent } from './events/index.ts'
export { parseHistoryLine } from './history/parse-history-line.ts'
export type { HistoryLine } from './history/parse-history-line.ts'
export { accountCreate, signedIn } from './http/accounts.ts'
export {
  account,
  accountPatch,
  accountsPage,
  accountsQuery,
  announcementPost,
  announcementReply,
  connectionsReply,
} from './http/admin.ts'
export { COMMANDS_PER_REQUEST_MAX, commandList, commandReplies } from './http/commands.ts'
export { fallbackReply, pollAsk, streamOpen } from './http/fallback.ts'
export { inviteCreate, inviteReply } from './http/invites.ts'
export { meUpdate, userReply } from './http/me.ts'
export { messagePatch, messagePost, messagesQuery, versionsReply } from './http/messages.ts'
export { placePatch, placeReply, readiness, signupMode } from './http/place.ts'
export {
  cidBody,
  directPost,
  memberReply,
  membersQuery,
  roomPatch,
  roomPost,
  roomReply,
  roomsPage,
  roomsQuery,
  roomWithMember,
  roomWritten,
} from './http/rooms.ts'
export { sessionCreate, sessionInfo, sessionsRenew, sessionsReply, ticketReply } from './http/sessions.ts'
export { usersPage, usersQuery } from './http/users.ts'
export { cid, cursor, roomId, seq, seqOrZero, sessionId, timeAt, userId } from './id-schemas.ts'
export { announcement } from './objects/announcement.ts'
export { member, memberRole } from './objects/member.ts'
export { message } from './objects/message.ts'
export { room, roomKind } from './objects/room.ts'
export { displayName, handle, presenceMap, presenceStatus, user, userRole } from './objects/user.ts'
export { parseCommand, parseFrame } from './parse-command.ts'
export type { ParsedFrame } from './parse-command.ts'
export { refusedInput } from './refused-input.ts'
export type { InputIssue } from './refused-input.ts'
export { reply, wireError } from './reply.ts'
