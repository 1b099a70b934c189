export const switcher = {
  'switcher.title': 'Go to…',
  'switcher.placeholder': 'Room, person or command',
  'switcher.answers': 'Where to go',
  'switcher.none': 'Nothing here is called that.',
  'switcher.join': 'Join',
  'switcher.hint': '# rooms, @ people, > commands',
} as const
