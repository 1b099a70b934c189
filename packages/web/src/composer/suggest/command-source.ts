import type { SlashCommand } from '../commands/slash-command.ts'
import { say } from '../../words/say.ts'
import type { SuggestionSource } from './suggestion.ts'

/** Commands by the beginning of their names, all of them for a bare `/`. They are loaded when somebody begins to write one. */
export function commandSource(load: () => Promise<readonly SlashCommand[]>): SuggestionSource {
  let commands: readonly SlashCommand[] = []
  return {
    kind: '/',
    lookUpAfterMs: 0,
    suggest: (query) =>
      commands
        .filter(({ name }) => name.startsWith(query.toLowerCase()))
        .map(({ name, usage, about }) => ({
          key: name,
          insert: `/${name}`,
          sign: { icon: 'slash' },
          label: `/${name}`,
          note: usage === undefined ? '' : say(usage),
          hint: say(about),
        })),
    lookUp: async () => {
      commands = await load()
    },
  }
}
