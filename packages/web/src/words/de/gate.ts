import type { Translation } from '../catalogue.ts'
import type { gate as english } from '../en/gate.ts'

export const gate: Translation<typeof english> = {
  'gate.firstTitle': 'Willkommen bei Natter',
  'gate.firstLead': 'Noch ist niemand hier. Das erste Konto besitzt diesen Ort.',
  'gate.createOwner': 'Konto des Besitzers anlegen',
  'gate.joinTitle': '{place} beitreten',
  'gate.invitedLead': 'Jemand hat dich eingeladen. Wähle einen Benutzernamen und ein Passwort.',
  'gate.join': 'Beitreten',
  'gate.createAccount': 'Konto anlegen',
  'gate.haveAccount': 'Du hast schon ein Konto? {action}',
  'gate.newHere': 'Neu hier? {action}',
  'gate.signUpInstead': 'Konto anlegen',
  'gate.signInTitle': 'Bei {place} anmelden',
  'gate.signIn': 'Anmelden',
  'gate.inviteNeeded': 'Für ein neues Konto brauchst du einen Einladungslink von einem Mitglied.',
  'gate.closed': 'Neue Konten sind hier nicht vorgesehen.',
  'gate.name': 'Dein Name',
  'gate.nameHint': 'So sehen dich die anderen. Du kannst ihn später ändern.',
  'gate.handle': 'Benutzername',
  'gate.handleHint': 'Zum Anmelden und für @Erwähnungen: a bis z, 0 bis 9, Punkt, Bindestrich, Unterstrich.',
  'gate.password': 'Passwort',
  'gate.passwordHint': 'Mindestens {min} Zeichen.',
}
