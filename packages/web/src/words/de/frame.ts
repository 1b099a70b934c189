import type { Translation } from '../catalogue.ts'
import type { frame as english } from '../en/frame.ts'

export const frame: Translation<typeof english> = {
  'frame.undo': 'Rückgängig',
  'frame.notLoaded': 'Ein Teil der Seite ließ sich nicht laden. Prüfe die Verbindung und versuche es noch einmal.',
  'frame.noCopy': 'Der Browser erlaubt hier kein Kopieren.',
  'frame.nothingUnread': 'Nichts ist ungelesen.',
  'frame.allRead': { one: '{count} Raum als gelesen markiert', other: '{count} Räume als gelesen markiert' },
  'frame.nothingElseUnread': 'Sonst ist nichts ungelesen.',
  'frame.nothingMentions': 'Sonst erwähnt dich nichts.',
  'frame.allShown': 'Alle Räume werden gezeigt.',
  'frame.unreadShown': 'Nur ungelesene Räume werden gezeigt.',
  'frame.restarting': 'Der Server wird aktualisiert und ist gleich zurück',
  'frame.backWithNews': {
    one: 'Wieder online · {count} neue Nachricht',
    other: 'Wieder online · {count} neue Nachrichten',
  },
  'frame.backToRooms': 'Zurück zu meinen Räumen',
}
