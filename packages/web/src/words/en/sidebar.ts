export const sidebar = {
  'sidebar.rooms': 'Rooms',
  'sidebar.newMessages': { one: '{count} new message', other: '{count} new messages' },
} as const
