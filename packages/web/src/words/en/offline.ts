export const offline = {
  'offline.unsentTitle': { one: '{count} message has not been sent', other: '{count} messages have not been sent' },
  'offline.unsentText': {
    one: 'It waits on this device. If you sign out now, it is lost.',
    other: 'They wait on this device. If you sign out now, they are lost.',
  },
  'offline.signOutAnyway': 'Sign out anyway',
  'offline.newVersion': 'A new version is ready',
  'offline.chunkGone': 'This part of the page has changed since you opened it.',
  'offline.chunkAway': 'This part of the page is not on this device yet. It opens once you are back online.',
  'offline.readAway': 'Marking as read needs the server. Try again once you are back online.',
} as const
