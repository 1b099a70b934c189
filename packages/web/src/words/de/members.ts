import type { Translation } from '../catalogue.ts'
import type { members as english } from '../en/members.ts'

export const members: Translation<typeof english> = {
  'members.title': 'Mitglieder',
  'members.hide': 'Mitglieder ausblenden',
  'members.more': 'Und weitere.',
  'members.add': 'Leute hinzufügen',
  'members.editRoom': 'Raum bearbeiten',
  'members.leave': 'Raum verlassen',
  'members.role.owner': 'besitzt den Raum',
  'members.role.moderator': 'moderiert',
  'members.talk': 'Nachricht an {person}',
  'members.remove': 'Aus dem Raum entfernen: {person}',
  'members.search': 'Mitglied suchen',
  'members.none': 'Niemand in diesem Raum heißt so.',
}
