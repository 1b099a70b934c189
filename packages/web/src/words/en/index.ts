import { app } from './app.ts'
import { composer } from './composer.ts'
import { dialogs } from './dialogs.ts'
import { first } from './first.ts'
import { frame } from './frame.ts'
import { gate } from './gate.ts'
import { keys } from './keys.ts'
import { looks } from './looks.ts'
import { members } from './members.ts'
import { refusals } from './refusals.ts'
import { offline } from './offline.ts'
import { room } from './room.ts'
import { profile } from './profile.ts'
import { settings } from './settings.ts'
import { sidebar } from './sidebar.ts'
import { switcher } from './switcher.ts'
import { text } from './text.ts'
import { timeline } from './timeline.ts'

/** Every text of the page; each key begins with its area. */
export const en = {
  ...app,
  ...composer,
  ...dialogs,
  ...first,
  ...frame,
  ...gate,
  ...keys,
  ...looks,
  ...members,
  ...refusals,
  ...offline,
  ...room,
  ...profile,
  ...settings,
  ...sidebar,
  ...switcher,
  ...text,
  ...timeline,
}

export type English = typeof en
