export const profile = {
  'profile.open': 'Profile of {person}',
  'profile.message': 'Message',
  'profile.copyHandle': 'Copy handle',
  'profile.copied': 'Handle copied',
  'profile.shared': 'Rooms in common',
  'profile.close': 'Close profile',
  'profile.role.owner': 'Owner of this place',
  'profile.role.admin': 'Admin',
  'profile.role.member': 'Member',
  'profile.role.guest': 'Guest',
  'profile.bot': 'Bot',
} as const
