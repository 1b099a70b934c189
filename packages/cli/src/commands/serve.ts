import { Command } from 'commander'
import type { Option } from '@natter/server'
import { optionsTable } from '@natter/server/options'
import type { Io } from '../io.ts'
import { helpAfter } from '../place-command.ts'

const LIMITS_GROUP = 'Limits (see docs/configuration.md):'

export function serveCommand(io: Io): Command {
  const command = new Command('serve')
    .description('Run a server on this machine')
    .option('--demo', 'Fill an empty place with rooms, two weeks of talk, and people who go on talking and answer you.')
    .option('--json', 'Print JSON.')
  for (const setting of optionsTable) {
    if (setting.flag.startsWith('--limit-')) command.optionsGroup(LIMITS_GROUP)
    command.option(`${setting.flag} ${setting.placeholder}`, describe(setting))
  }
  return command
    .addHelpText(
      'after',
      helpAfter(['natter serve', 'natter serve --port 9000 --data /var/lib/natter', 'natter serve --demo'], JSON_SHAPE),
    )
    .action(async ({ demo, json, ...settings }: Record<string, string | boolean>) => {
      // Loaded here, since all other commands do without a server.
      const { serve } = await import('../serve.ts')
      await serve(io, settings as Record<string, string>, { isDemo: demo === true, isJson: json === true })
    })
}

const JSON_SHAPE = '{"url","data","empty","demo"?: {"handles","password"}} once it is ready'

function describe({ env, byDefault, description }: Option<unknown>): string {
  const usual = byDefault === undefined || byDefault === '' ? '' : `; default: ${byDefault}`
  return `${description} (${env}${usual})`
}
