import type { Translation } from '../catalogue.ts'
import type { English } from '../en/index.ts'
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

export const de: Translation<English> = {
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
