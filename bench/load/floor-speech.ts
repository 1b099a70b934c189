import { clientFrame } from './client-frame.ts'
import type { Speech } from './crowd.ts'
import { messageText } from './message-text.ts'

/** What is sent to `/room/…` of the floor goes to everybody there; nothing is answered. */
export const broadcastSpeech: Speech = {
  name: 'bare ws',
  answers: false,
  frame: ({ dueAt }) => clientFrame(messageText(dueAt)),
  acknowledged: () => true,
}

/** What is sent to `/echo` is answered. */
export const echoSpeech: Speech = {
  name: 'bare ws',
  answers: true,
  frame: ({ id }) => clientFrame(String(id)),
  acknowledged: () => true,
}
