import { DONE } from './slash-command.ts'
import type { SlashCommand } from './slash-command.ts'

export const help: SlashCommand = {
  name: 'help',
  usage: undefined,
  about: 'composer.helpAbout',
  isLocal: true,
  run: ({ app }) => {
    app.dialog.value = { kind: 'commands' }
    return DONE
  },
}
