import type { offline as english } from '../en/offline.ts'
import type { Translation } from '../catalogue.ts'

export const offline: Translation<typeof english> = {
  'offline.unsentTitle': {
    one: '{count} Nachricht ist noch nicht gesendet',
    other: '{count} Nachrichten sind noch nicht gesendet',
  },
  'offline.unsentText': {
    one: 'Sie wartet auf diesem Gerät. Wenn du dich jetzt abmeldest, ist sie verloren.',
    other: 'Sie warten auf diesem Gerät. Wenn du dich jetzt abmeldest, sind sie verloren.',
  },
  'offline.signOutAnyway': 'Trotzdem abmelden',
  'offline.newVersion': 'Eine neue Version ist bereit',
  'offline.chunkGone': 'Dieser Teil der Seite hat sich geändert, seit du sie geöffnet hast.',
  'offline.chunkAway':
    'Dieser Teil der Seite ist noch nicht auf diesem Gerät. Er öffnet sich, sobald du wieder online bist.',
  'offline.readAway':
    'Als gelesen markieren geht nur mit dem Server. Versuch es noch einmal, sobald du wieder online bist.',
}
