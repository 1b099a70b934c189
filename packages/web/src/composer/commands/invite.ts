import { say } from '../../words/say.ts'
import { findPerson, isPerson } from './find-person.ts'
import { MISUSED, refused } from './slash-command.ts'
import type { SlashCommand } from './slash-command.ts'

export const invite: SlashCommand = {
  name: 'invite',
  usage: 'composer.argPerson',
  about: 'composer.inviteAbout',
  run: async (call) => {
    if (call.room.info.value?.people) return refused(say('composer.onlyInRooms'))
    if (!/^@?\S+$/.test(call.rest)) return MISUSED
    const person = await findPerson(call, call.rest)
    if (!isPerson(person)) return person
    await call.room.invite(person.id)
    return { kind: 'done', tell: say('composer.inviteDone', { who: person.name }) }
  },
}
