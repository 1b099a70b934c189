export const room = {
  'room.unnamed': 'Unnamed room',
  'room.you': '{name} (you)',
  'room.outside': 'You are not in {room}.',
  'room.outsideUnknown': 'You are not in this room.',
  'room.join': 'Join',
  'room.backToRooms': 'Back to my rooms',
  'room.backToList': 'Back to all rooms',
  'room.hideMembers': 'Hide members',
  'room.showMembers': 'Show members',
  'room.memberCount': { one: '{count} member', other: '{count} members' },
  'room.kind.private': 'Private room',
  'room.kind.public': 'Room',
} as const
