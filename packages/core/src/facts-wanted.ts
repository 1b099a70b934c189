import type { FactsWanted, RoomCommand } from './facts.ts'
import { peopleNamedIn } from './mentions.ts'

/** Which facts the rule of a command needs, so that the store looks up no more than that. */
export function factsWanted(command: RoomCommand): FactsWanted {
  switch (command.type) {
    case 'message.send':
      return { subjects: placesOf([command.replyTo]), people: [], handles: peopleNamedIn(command.text) }
    case 'message.sendMany':
      return {
        subjects: placesOf(command.items.map((item) => item.replyTo)),
        people: [],
        handles: [...new Set(command.items.flatMap((item) => peopleNamedIn(item.text)))],
      }
    case 'message.edit':
    case 'message.delete':
    case 'reaction.add':
    case 'reaction.remove':
      return { subjects: [command.seq], people: [], handles: [] }
    case 'room.invite':
    case 'room.remove':
      return { subjects: [], people: [command.user], handles: [] }
    case 'dm.open':
      return { subjects: [], people: [...new Set(command.users)], handles: [] }
    case 'room.create':
    case 'room.update':
    case 'room.join':
    case 'room.leave':
      return { subjects: [], people: [], handles: [] }
  }
}

function placesOf(seqs: (number | undefined)[]): number[] {
  return [...new Set(seqs.filter((seq) => seq !== undefined))]
}
