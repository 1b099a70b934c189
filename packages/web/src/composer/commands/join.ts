import { findRoom, isRoom } from './find-room.ts'
import { DONE, MISUSED } from './slash-command.ts'
import type { SlashCommand } from './slash-command.ts'

export const join: SlashCommand = {
  name: 'join',
  usage: 'composer.argRoom',
  about: 'composer.joinAbout',
  run: async (call) => {
    if (call.rest === '') return MISUSED
    const { natter, router } = call.app
    const room = await findRoom(call, call.rest)
    if (!isRoom(room)) return room
    if (!natter.rooms.value.some(({ id }) => id === room.id)) await natter.joinRoom(room.id)
    router.go({ at: 'room', room: room.id })
    return DONE
  },
}
