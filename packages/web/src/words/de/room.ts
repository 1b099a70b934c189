import type { Translation } from '../catalogue.ts'
import type { room as english } from '../en/room.ts'

export const room: Translation<typeof english> = {
  'room.unnamed': 'Raum ohne Namen',
  'room.you': '{name} (du)',
  'room.outside': 'Du bist nicht in {room}.',
  'room.outsideUnknown': 'Du bist nicht in diesem Raum.',
  'room.join': 'Beitreten',
  'room.backToRooms': 'Zurück zu meinen Räumen',
  'room.backToList': 'Zurück zu allen Räumen',
  'room.hideMembers': 'Mitglieder ausblenden',
  'room.showMembers': 'Mitglieder zeigen',
  'room.memberCount': { one: '{count} Mitglied', other: '{count} Mitglieder' },
  'room.kind.private': 'Privater Raum',
  'room.kind.public': 'Raum',
}
