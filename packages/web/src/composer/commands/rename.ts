import { BOUNDS } from '@natter/protocol'
import { say } from '../../words/say.ts'
import { lineTrouble } from './one-line.ts'
import { MISUSED, refused } from './slash-command.ts'
import type { SlashCommand } from './slash-command.ts'

export const rename: SlashCommand = {
  name: 'rename',
  usage: 'composer.argName',
  about: 'composer.renameAbout',
  run: async ({ room, rest }) => {
    if (room.info.value?.people) return refused(say('composer.onlyInRooms'))
    const name = rest.replace(/^#/, '')
    if (name === '') return MISUSED
    const trouble = lineTrouble(name, BOUNDS.nameMax)
    if (trouble !== undefined) return refused(trouble)
    await room.update({ name })
    return { kind: 'done', tell: say('composer.renameDone', { name }) }
  },
}
