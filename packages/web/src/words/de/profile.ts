import type { Translation } from '../catalogue.ts'
import type { profile as english } from '../en/profile.ts'

export const profile: Translation<typeof english> = {
  'profile.open': 'Profil von {person}',
  'profile.message': 'Nachricht',
  'profile.copyHandle': 'Benutzernamen kopieren',
  'profile.copied': 'Benutzername kopiert',
  'profile.shared': 'Gemeinsame Räume',
  'profile.close': 'Profil schließen',
  'profile.role.owner': 'Gehört dieser Ort',
  'profile.role.admin': 'Verwaltet diesen Ort',
  'profile.role.member': 'Mitglied',
  'profile.role.guest': 'Gast',
  'profile.bot': 'Bot',
}
