import { refuse } from '@natter/protocol'
import type { Command } from '@natter/protocol'
import type { Actor, Ports } from '../ports/ports.ts'
import type { Answer } from './answer.ts'
import { markDelivered, markRead } from './marks.ts'
import { readHistory, readMembers, readReceipts, readRooms, readUsers, sync } from './queries.ts'
import { setSettings } from './settings.ts'
import { startTyping } from './typing.ts'
import { writeRoom } from './write-room.ts'

/**
 * Runs one command for a signed-in actor: the one door for sockets, HTTP, command line, bots and webhooks. Commands that
 * are about a connection (`hello`, `room.open`, presence …) are the gateway's; here they are refused with `bad_request`.
 */
export async function runCommand(ports: Ports, actor: Actor, command: Command): Promise<Answer> {
  switch (command.type) {
    case 'message.send':
    case 'message.sendMany':
    case 'message.edit':
    case 'message.delete':
    case 'reaction.add':
    case 'reaction.remove':
    case 'room.create':
    case 'room.update':
    case 'room.join':
    case 'room.leave':
    case 'room.invite':
    case 'room.remove':
    case 'dm.open':
      return writeRoom(ports, actor, command)
    case 'history':
      return readHistory(ports, actor, command)
    case 'receipts':
      return readReceipts(ports, actor, command)
    case 'members':
      return readMembers(ports, actor, command)
    case 'users':
      return readUsers(ports, actor, command)
    case 'rooms':
      return readRooms(ports, actor, command)
    case 'sync':
      return sync(ports, actor, command)
    case 'read':
      return markRead(ports, actor, command)
    case 'delivered':
      return markDelivered(ports, actor, command)
    case 'settings.set':
      return setSettings(ports, actor, command)
    case 'typing':
      return startTyping(ports, actor, command)
    default:
      return refuse('bad_request', `"${command.type}" is about a connection; send it over a socket.`, { field: 'type' })
  }
}
