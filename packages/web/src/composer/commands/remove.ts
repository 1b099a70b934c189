import { say } from '../../words/say.ts'
import { findPerson, isPerson } from './find-person.ts'
import { DONE, MISUSED, refused } from './slash-command.ts'
import type { SlashCommand } from './slash-command.ts'

/** The dialog asks by name and does it. */
export const remove: SlashCommand = {
  name: 'remove',
  usage: 'composer.argPerson',
  about: 'composer.removeAbout',
  run: async (call) => {
    if (call.room.info.value?.people) return refused(say('composer.onlyInRooms'))
    if (!/^@?\S+$/.test(call.rest)) return MISUSED
    const person = await findPerson(call, call.rest)
    if (!isPerson(person)) return person
    call.app.dialog.value = { kind: 'removePerson', room: call.room.id, user: person.id }
    return DONE
  },
}
