import { Dialog } from '../parts/dialog.tsx'
import { say } from '../words/say.ts'
import { COMMANDS } from './commands/commands.ts'
import './command-help.css'

/** Every command, how it is written and what it does. */
export function CommandHelp({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={say('composer.commands')} onClose={onClose}>
      <p class="commands__lead">{say('composer.commandsLead')}</p>
      <dl class="commands">
        {COMMANDS.map(({ name, usage, about }) => (
          <div key={name} class="commands__one">
            <dt>
              <code class="commands__name" dir="ltr" translate={false}>
                /{name}
              </code>{' '}
              {usage !== undefined && <span class="commands__usage">{say(usage)}</span>}
            </dt>
            <dd>{say(about)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
