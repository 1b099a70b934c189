import { say } from '../../words/say.ts'
import { DONE, refused } from './slash-command.ts'
import type { SlashCommand } from './slash-command.ts'

/** The dialog asks by name and does it. */
export const leave: SlashCommand = {
  name: 'leave',
  usage: undefined,
  about: 'composer.leaveAbout',
  run: ({ app, room }) => {
    if (room.info.value?.people) return refused(say('composer.onlyInRooms'))
    app.dialog.value = { kind: 'leaveRoom', room: room.id }
    return DONE
  },
}
