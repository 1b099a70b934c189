import { archive } from './archive.ts'
import { dm, msg } from './direct.ts'
import { help } from './help.ts'
import { invite } from './invite.ts'
import { join } from './join.ts'
import { leave } from './leave.ts'
import { favourite, mute, unmute } from './preferences.ts'
import { remove } from './remove.ts'
import { rename } from './rename.ts'
import type { SlashCommand } from './slash-command.ts'
import { status } from './status.ts'
import { topic } from './topic.ts'
import { me, shrug, spoiler } from './words.ts'

/** Every command there is, by name. */
export const COMMANDS: readonly SlashCommand[] = [
  archive,
  dm,
  favourite,
  help,
  invite,
  join,
  leave,
  me,
  msg,
  mute,
  remove,
  rename,
  shrug,
  spoiler,
  status,
  topic,
  unmute,
]
