export const frame = {
  'frame.undo': 'Undo',
  'frame.notLoaded': 'A part of the page did not load. Check the connection and try again.',
  'frame.noCopy': 'The browser does not allow copying here.',
  'frame.nothingUnread': 'Nothing is unread.',
  'frame.allRead': { one: 'Marked {count} room as read', other: 'Marked {count} rooms as read' },
} as const
