import type { Translation } from '../catalogue.ts'
import type { first as english } from '../en/first.ts'

export const first: Translation<typeof english> = {
  'first.rooms': 'Räume für den Anfang',
  'first.room.general': 'allgemein',
  'first.room.ideas': 'ideen',
  'first.room.chatter': 'plausch',
  'first.topic.general': 'Was alle wissen sollten',
  'first.topic.ideas': 'Was besser sein könnte',
  'first.topic.chatter': 'Alles andere',
  'first.helloHint': 'Eine erste Nachricht wird für dich geschrieben; du kannst sie senden oder ändern.',
  'first.hello': 'Hallo zusammen! Das ist unser neuer Ort.',
  'first.create': 'Diese Räume anlegen',
  'first.another': 'Ein anderer Raum',
  'first.people': 'Die ersten Leute',
  'first.qr': 'Der Einladungslink als Bild zum Scannen',
  'first.placeName': 'Name dieses Ortes',
  'first.placeNameHint': 'Dein Team, Verein, deine Familie oder Firma.',
  'first.notNamed': 'Dein Konto ist angelegt. Der Name des Ortes ließ sich nicht speichern: {why}',
}
