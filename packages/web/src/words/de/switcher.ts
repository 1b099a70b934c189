import type { Translation } from '../catalogue.ts'
import type { switcher as english } from '../en/switcher.ts'

export const switcher: Translation<typeof english> = {
  'switcher.title': 'Gehe zu …',
  'switcher.placeholder': 'Raum, Person oder Befehl',
  'switcher.answers': 'Ziele',
  'switcher.none': 'Nichts heißt hier so.',
  'switcher.join': 'Beitreten',
  'switcher.hint': '# Räume, @ Leute, > Befehle',
}
