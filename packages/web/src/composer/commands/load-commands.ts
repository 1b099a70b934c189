import type { SlashCommand } from './slash-command.ts'

/** The commands, from a file of their own. Rejects where the server cannot be reached; the next call tries again. */
export async function loadCommands(): Promise<readonly SlashCommand[]> {
  const { COMMANDS } = await import('./commands.ts')
  return COMMANDS
}
