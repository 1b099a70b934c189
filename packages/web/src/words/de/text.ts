import type { Translation } from '../catalogue.ts'
import type { text as english } from '../en/text.ts'

export const text: Translation<typeof english> = {
  'text.emojiPicker': 'Emoji',
  'text.emojiLoading': 'Die Emoji werden geladen …',
  'text.emojiFailed':
    'Die Emoji konnten nicht geladen werden. Prüf die Verbindung, schließ das hier und öffne es noch einmal.',
  'text.copyCode': 'Code kopieren',
  'text.codeCopied': 'Kopiert',
  'text.copyFailed': 'Der Browser hat das Kopieren nicht erlaubt. Markier den Code und kopier ihn von Hand.',
  'text.spoiler': 'Spoiler, drücken zum Anzeigen',
  'text.table': 'Tabelle',
  'text.message': 'Nachricht',
}
