export const looks = {
  'looks.theme': 'Colours',
  'looks.theme.system': 'As the system',
  'looks.theme.light': 'Light',
  'looks.theme.dark': 'Dark',
  'looks.theme.contrast': 'High contrast',
  'looks.density': 'Spacing',
  'looks.density.cosy': 'Cosy',
  'looks.density.compact': 'Compact',
  'looks.language': 'Language',
  'looks.language.system': 'As the browser',
  'looks.language.failed': 'This language cannot be loaded now. Check the connection and try again.',
} as const
