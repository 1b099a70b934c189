import { BOUNDS } from '@natter/protocol'
import type { UserId } from '@natter/protocol'
import { say } from '../../words/say.ts'
import { findPerson, isPerson } from './find-person.ts'
import { DONE, MISUSED, refused } from './slash-command.ts'
import type { SlashCommand } from './slash-command.ts'

/** Writes to somebody without leaving the room. */
export const msg: SlashCommand = {
  name: 'msg',
  usage: 'composer.argPersonText',
  about: 'composer.msgAbout',
  run: async (call) => {
    const [, word, text] = /^(@?\S+)\s+([^]+)$/.exec(call.rest) ?? []
    if (word === undefined || text === undefined) return MISUSED
    const person = await findPerson(call, word)
    if (!isPerson(person)) return person
    const { natter } = call.app
    const conversation = await natter.openDm([person.id])
    // A refusal shows at the message itself, in that conversation.
    natter
      .room(conversation.id)
      .send(text)
      .sent.catch(() => {})
    return { kind: 'done', tell: say('composer.msgDone', { who: person.name }) }
  },
}

export const dm: SlashCommand = {
  name: 'dm',
  usage: 'composer.argPeople',
  about: 'composer.dmAbout',
  run: async (call) => {
    const words = call.rest.split(/\s+/).filter((word) => word !== '')
    if (words.length === 0) return MISUSED
    if (words.length >= BOUNDS.directPeople) {
      return refused(say('composer.tooManyPeople', { max: BOUNDS.directPeople }))
    }
    const people: UserId[] = []
    for (const word of words) {
      const person = await findPerson(call, word)
      if (!isPerson(person)) return person
      people.push(person.id)
    }
    const conversation = await call.app.natter.openDm(people)
    call.app.router.go({ at: 'room', room: conversation.id })
    return DONE
  },
}
