export const frame = {
  'frame.undo': 'Undo',
  'frame.notLoaded': 'A part of the page did not load. Check the connection and try again.',
  'frame.noCopy': 'The browser does not allow copying here.',
  'frame.nothingUnread': 'Nothing is unread.',
  'frame.allRead': { one: 'Marked {count} room as read', other: 'Marked {count} rooms as read' },
  'frame.nothingElseUnread': 'Nothing else is unread.',
  'frame.nothingMentions': 'Nothing else mentions you.',
  'frame.allShown': 'All rooms are shown.',
  'frame.unreadShown': 'Only unread rooms are shown.',
  'frame.restarting': 'Server is updating, back in a moment',
  'frame.backWithNews': { one: 'Back online · {count} new message', other: 'Back online · {count} new messages' },
  'frame.backToRooms': 'Back to my rooms',
} as const
