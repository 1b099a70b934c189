import { sentenceOf } from '../../app/sentence-of.ts'
import { say } from '../../words/say.ts'
import type { CommandCall, Outcome, SlashCommand } from './slash-command.ts'

/** Runs a command by its name. Whatever goes wrong becomes a refusal with a sentence. */
export async function runCommand(
  commands: readonly SlashCommand[],
  name: string,
  call: CommandCall,
): Promise<Exclude<Outcome, { kind: 'misused' }>> {
  const command = commands.find((each) => each.name === name)
  if (!command) return { kind: 'refused', why: say('composer.commandUnknown', { command: `/${name}` }) }
  const usage = command.usage === undefined ? '' : say(command.usage)
  const misused = { kind: 'refused', why: say('composer.commandUsage', { command: `/${name}`, usage }).trim() } as const
  if (command.usage === undefined && call.rest !== '') return misused
  // Not asked to wait for a connection: by then it may not be meant any more.
  if (!command.isLocal && call.app.natter.connection.value.state !== 'live') {
    return { kind: 'refused', why: say('composer.needsConnection') }
  }
  try {
    const outcome = await command.run(call)
    return outcome.kind === 'misused' ? misused : outcome
  } catch (error) {
    return { kind: 'refused', why: sentenceOf(error) }
  }
}
