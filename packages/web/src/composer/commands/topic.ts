import { BOUNDS } from '@natter/protocol'
import { say } from '../../words/say.ts'
import { lineTrouble } from './one-line.ts'
import { refused } from './slash-command.ts'
import type { SlashCommand } from './slash-command.ts'

export const topic: SlashCommand = {
  name: 'topic',
  usage: 'composer.argTextOptional',
  about: 'composer.topicAbout',
  run: async ({ room, rest }) => {
    if (room.info.value?.people) return refused(say('composer.onlyInRooms'))
    const trouble = lineTrouble(rest, BOUNDS.topicMax)
    if (trouble !== undefined) return refused(trouble)
    await room.update({ topic: rest })
    return { kind: 'done', tell: say('composer.topicDone') }
  },
}
