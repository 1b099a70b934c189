import type { Translation } from '../catalogue.ts'
import type { looks as english } from '../en/looks.ts'

export const looks: Translation<typeof english> = {
  'looks.theme': 'Farben',
  'looks.theme.system': 'Wie das System',
  'looks.theme.light': 'Hell',
  'looks.theme.dark': 'Dunkel',
  'looks.theme.contrast': 'Hoher Kontrast',
  'looks.density': 'Abstände',
  'looks.density.cosy': 'Gemütlich',
  'looks.density.compact': 'Kompakt',
  'looks.news': 'Screenreader lesen neue Nachrichten',
  'looks.news.sentences': 'Kurz gefasst, mehrere zusammen',
  'looks.news.log': 'Jede, wie sie dasteht (Log)',
  'looks.language': 'Sprache',
  'looks.language.system': 'Wie der Browser',
  'looks.language.failed':
    'Diese Sprache lässt sich gerade nicht laden. Prüfe die Verbindung und versuche es noch einmal.',
}
