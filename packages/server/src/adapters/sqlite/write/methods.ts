import type { MethodsOn, WriteMethods } from '../methods.ts'
import { addAnnouncement, createAccount, createInvite, namePlace, updateAccount, updateProfile } from './accounts.ts'
import { append } from './append.ts'
import { markDelivered, markRead } from './marks.ts'
import { rotateSession } from './rotate-session.ts'
import { createSession, revokeSessions } from './sessions.ts'
import { setSettings } from './settings.ts'
import { putTicket, takeTicket } from './tickets.ts'
import type { Writing } from './writing.ts'

export const WRITE_METHODS: MethodsOn<Writing, WriteMethods> = {
  append,
  markRead,
  markDelivered,
  setSettings,
  createAccount,
  updateProfile,
  updateAccount,
  createSession,
  rotateSession,
  revokeSessions,
  putTicket,
  takeTicket,
  createInvite,
  addAnnouncement,
  namePlace,
}
