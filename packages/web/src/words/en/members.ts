export const members = {
  'members.title': 'Members',
  'members.hide': 'Hide members',
  'members.more': 'And others.',
  'members.add': 'Add people',
  'members.editRoom': 'Edit room',
  'members.leave': 'Leave room',
  'members.role.owner': 'owner',
  'members.role.moderator': 'moderator',
  'members.talk': 'Message {person}',
  'members.remove': 'Remove {person} from the room',
  'members.search': 'Find a member',
  'members.none': 'Nobody in this room is called that.',
} as const
