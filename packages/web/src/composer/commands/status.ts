import { say } from '../../words/say.ts'
import { MISUSED, refused } from './slash-command.ts'
import type { SlashCommand } from './slash-command.ts'

const STATUSES = new Map([
  ['active', 'active'],
  ['away', 'away'],
  ['busy', 'dnd'],
] as const)

export const status: SlashCommand = {
  name: 'status',
  usage: 'composer.argStatus',
  about: 'composer.statusAbout',
  run: async ({ app, rest }) => {
    if (rest === '') return MISUSED
    const [, wanted] = [...STATUSES].find(([word]) => word === rest.toLowerCase()) ?? []
    if (wanted === undefined) return refused(say('composer.statusUnknown', { status: rest }))
    await app.natter.setStatus(wanted)
    return { kind: 'done', tell: say('composer.statusDone') }
  },
}
