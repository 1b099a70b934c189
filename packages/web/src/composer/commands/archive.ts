import { say } from '../../words/say.ts'
import { refused } from './slash-command.ts'
import type { SlashCommand } from './slash-command.ts'

export const archive: SlashCommand = {
  name: 'archive',
  usage: undefined,
  about: 'composer.archiveAbout',
  run: async ({ room }) => {
    if (room.info.value?.people) return refused(say('composer.onlyInRooms'))
    await room.update({ archived: true })
    return { kind: 'done', tell: say('composer.archiveDone') }
  },
}
