/** The rules of the house: pure decisions without clock, socket, promise or chance of their own. */
export type {
  Draft,
  FactsWanted,
  Membership,
  NewRoom,
  RoomChange,
  RoomCommand,
  RoomCommandOf,
  RoomCommandType,
  RoomFacts,
} from './facts.ts'
export { factsWanted } from './facts-wanted.ts'
export { firstSeqAt } from './first-at.ts'
export { EVERYBODY, isMentioned } from './mentions.ts'
export type { Mentioned } from './mentions.ts'
export { numberDraft, tombstone } from './number-draft.ts'
export type { Aftermath, Place } from './number-draft.ts'
export { PRESENCE_LINGER_MS, presenceOf } from './presence.ts'
export type { ConnectionActivity, PresenceInput } from './presence.ts'
export { takeFromRate } from './rate-limit.ts'
export type { Rate } from './rate-limit.ts'
export { roomAfter } from './room-after.ts'
export { decideAccountCreate } from './rules/account-create.ts'
export type { SignupFacts } from './rules/account-create.ts'
export { decideAccountUpdate, noSuchAccount, noSuchActor } from './rules/account-update.ts'
export type { Standing, StandingChange } from './rules/account-update.ts'
export { decide } from './rules/decide.ts'
export { noSuchMessage } from './rules/message-edit.ts'
export { decideMarkRead } from './rules/read-mark.ts'
export { accessRoom, mayDiscover } from './rules/room-access.ts'
export type { Access } from './rules/room-access.ts'
export { directPeople } from './rules/room-create.ts'
export { decideRotation } from './rules/session-rotate.ts'
export type { RotationFacts } from './rules/session-rotate.ts'
export { decideSettingsSet, settingsAmong, settingsConflict } from './rules/settings-set.ts'
export type { Settings } from './rules/settings-set.ts'
export {
  admitCommand,
  closeSession,
  createSession,
  drainSession,
  enterSession,
  HELD_FRAMES_MAX,
  isExpired,
  isHelloOverdue,
  renewSession,
} from './session.ts'
export type { Admission, Pace, Session, SessionRules, SignedIn } from './session.ts'
export { cidConflict, writtenBodies, writtenBody, writtenCids } from './written-bodies.ts'
