import type { z } from 'zod'
import * as bye from './bye.ts'
import * as directory from './directory.ts'
import * as dmOpen from './dm-open.ts'
import * as ephemeral from './ephemeral.ts'
import * as hello from './hello.ts'
import * as history from './history.ts'
import * as marks from './marks.ts'
import * as membership from './membership.ts'
import * as messageDelete from './message-delete.ts'
import * as messageEdit from './message-edit.ts'
import * as messageSend from './message-send.ts'
import * as reaction from './reaction.ts'
import * as roomCreate from './room-create.ts'
import * as roomOpen from './room-open.ts'
import * as roomUpdate from './room-update.ts'
import * as sessionRenew from './session-renew.ts'
import * as settingsSet from './settings-set.ts'
import * as sync from './sync.ts'

/** Every command by its wire name, with the schema of what is sent and of what `ok` holds. */
export const COMMANDS = {
  hello: { schema: hello.hello, reply: hello.helloReply },
  bye: { schema: bye.bye, reply: bye.byeReply },
  'session.renew': { schema: sessionRenew.sessionRenew, reply: sessionRenew.sessionRenewReply },
  'room.open': { schema: roomOpen.roomOpen, reply: roomOpen.roomOpenReply },
  'room.close': { schema: roomOpen.roomClose, reply: roomOpen.roomCloseReply },
  sync: { schema: sync.sync, reply: sync.syncReply },
  'message.send': { schema: messageSend.messageSend, reply: messageSend.messageSendReply },
  'message.sendMany': { schema: messageSend.messageSendMany, reply: messageSend.messageSendManyReply },
  'message.edit': { schema: messageEdit.messageEdit, reply: messageEdit.messageEditReply },
  'message.delete': { schema: messageDelete.messageDelete, reply: messageDelete.messageDeleteReply },
  'reaction.add': { schema: reaction.reactionAdd, reply: reaction.reactionAddReply },
  'reaction.remove': { schema: reaction.reactionRemove, reply: reaction.reactionRemoveReply },
  history: { schema: history.history, reply: history.historyReply },
  delivered: { schema: marks.delivered, reply: marks.deliveredReply },
  read: { schema: marks.read, reply: marks.readReply },
  receipts: { schema: marks.receipts, reply: marks.receiptsReply },
  'room.create': { schema: roomCreate.roomCreate, reply: roomCreate.roomCreateReply },
  'room.update': { schema: roomUpdate.roomUpdate, reply: roomUpdate.roomUpdateReply },
  'room.join': { schema: membership.roomJoin, reply: membership.roomJoinReply },
  'room.leave': { schema: membership.roomLeave, reply: membership.roomLeaveReply },
  'room.invite': { schema: membership.roomInvite, reply: membership.roomInviteReply },
  'room.remove': { schema: membership.roomRemove, reply: membership.roomRemoveReply },
  'dm.open': { schema: dmOpen.dmOpen, reply: dmOpen.dmOpenReply },
  typing: { schema: ephemeral.typing, reply: ephemeral.typingReply },
  'presence.set': { schema: ephemeral.presenceSet, reply: ephemeral.presenceSetReply },
  'presence.watch': { schema: ephemeral.presenceWatch, reply: ephemeral.presenceWatchReply },
  activity: { schema: ephemeral.activity, reply: ephemeral.activityReply },
  members: { schema: directory.members, reply: directory.membersReply },
  users: { schema: directory.users, reply: directory.usersReply },
  rooms: { schema: directory.rooms, reply: directory.roomsReply },
  'settings.set': { schema: settingsSet.settingsSet, reply: settingsSet.settingsSetReply },
} as const

export type CommandType = keyof typeof COMMANDS
export type CommandOf<Type extends CommandType> = z.infer<(typeof COMMANDS)[Type]['schema']>
export type ReplyOf<Type extends CommandType> = z.infer<(typeof COMMANDS)[Type]['reply']>
/** Any command, told apart by `type`. */
export type Command = { [Type in CommandType]: CommandOf<Type> }[CommandType]
