import type { Limits, Refusal, RoomId } from '@natter/protocol'
import type { Draft, RoomCommand, RoomFacts } from '../facts.ts'
import { decideRoomInvite, decideRoomJoin, decideRoomLeave, decideRoomRemove } from './membership.ts'
import { decideMessageDelete, decideMessageEdit } from './message-edit.ts'
import { decideMessageSend, decideMessageSendMany } from './message-send.ts'
import { decideReactionAdd, decideReactionRemove } from './reaction.ts'
import { decideDmOpen, decideRoomCreate } from './room-create.ts'
import { decideRoomUpdate } from './room-update.ts'

/**
 * What a command makes happen: drafts in order, none if there is nothing to do, or the refusal. Pure; every store calls
 * it inside the transaction that read the facts and will store the drafts.
 */
export function decide(facts: RoomFacts, command: RoomCommand, room: RoomId, limits: Limits): Draft[] | Refusal {
  switch (command.type) {
    case 'message.send':
      return decideMessageSend(facts, command, limits)
    case 'message.sendMany':
      return decideMessageSendMany(facts, command, limits)
    case 'message.edit':
      return decideMessageEdit(facts, command, limits)
    case 'message.delete':
      return decideMessageDelete(facts, command)
    case 'reaction.add':
      return decideReactionAdd(facts, command)
    case 'reaction.remove':
      return decideReactionRemove(facts, command)
    case 'room.create':
      return decideRoomCreate(facts, command, room)
    case 'dm.open':
      return decideDmOpen(facts, command, room)
    case 'room.update':
      return decideRoomUpdate(facts, command)
    case 'room.join':
      return decideRoomJoin(facts)
    case 'room.leave':
      return decideRoomLeave(facts)
    case 'room.invite':
      return decideRoomInvite(facts, command)
    case 'room.remove':
      return decideRoomRemove(facts, command)
  }
}
