import type { SlashCommand } from './slash-command.ts'
import { MISUSED } from './slash-command.ts'

/** There is no kind of message for what somebody does: it is said in italics. */
export const me: SlashCommand = {
  name: 'me',
  usage: 'composer.argText',
  about: 'composer.meAbout',
  isLocal: true,
  run: ({ rest }) => (rest === '' ? MISUSED : { kind: 'send', text: `_${rest}_` }),
}

// The arms are a letter that looks like an underscore: two of those would be signs for italics.
const SHRUG = '¯\\ˍ(ツ)ˍ/¯'

export const shrug: SlashCommand = {
  name: 'shrug',
  usage: 'composer.argTextOptional',
  about: 'composer.shrugAbout',
  isLocal: true,
  run: ({ rest }) => ({ kind: 'send', text: `${rest} ${SHRUG}`.trim() }),
}

export const spoiler: SlashCommand = {
  name: 'spoiler',
  usage: 'composer.argText',
  about: 'composer.spoilerAbout',
  isLocal: true,
  run: ({ rest }) => (rest === '' ? MISUSED : { kind: 'send', text: `||${rest}||` }),
}
