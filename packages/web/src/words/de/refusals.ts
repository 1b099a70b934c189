import type { Translation } from '../catalogue.ts'
import type { refusals as english } from '../en/refusals.ts'

export const refusals: Translation<typeof english> = {
  'refusals.bad_request': 'Damit kann der Server nichts anfangen. Prüfe es und versuche es noch einmal.',
  'refusals.unauthorized': 'Benutzername und Passwort passen nicht zusammen, oder die Sitzung ist beendet.',
  'refusals.forbidden': 'Das darfst du nicht.',
  'refusals.not_found': 'Das gibt es nicht, oder du darfst es nicht sehen.',
  'refusals.not_member': 'Du bist kein Mitglied dieses Raums. Tritt ihm erst bei.',
  'refusals.conflict': 'Etwas anderes steht dem im Weg. Sieh noch einmal nach und versuche es anders.',
  'refusals.cid_conflict': 'Das wurde schon einmal gesendet, mit anderem Inhalt. Schreibe es neu.',
  'refusals.too_large': 'Das ist zu lang.',
  'refusals.invalid_cursor': 'Diese Stelle im Verlauf gibt es nicht mehr. Lade die Seite neu.',
  'refusals.read_only': 'Das lässt sich nur lesen.',
  'refusals.archived': 'Dieser Raum ist archiviert und lässt sich nur lesen.',
  'refusals.rate_limited': 'Das war zu viel auf einmal. Versuche es gleich noch einmal.',
  'refusals.slow_mode': 'In diesem Raum geht es langsam zu. Versuche es gleich noch einmal.',
  'refusals.quota': 'Mehr passt hier nicht hinein.',
  'refusals.timeout': 'Der Server hat zu lange gebraucht. Versuche es noch einmal.',
  'refusals.unavailable': 'Der Server kann das gerade nicht. Versuche es gleich noch einmal.',
  'refusals.overloaded': 'Der Server ist überlastet. Versuche es gleich noch einmal.',
  'refusals.internal': 'Auf dem Server ist etwas schiefgegangen.',
  'refusals.about.handle': 'Dieser Benutzername ist nicht zu haben. Wähle einen anderen.',
  'refusals.about.password': 'Dieses Passwort geht nicht. Wähle ein längeres oder ein anderes.',
  'refusals.about.password.old': 'Das alte Passwort stimmt nicht.',
}
