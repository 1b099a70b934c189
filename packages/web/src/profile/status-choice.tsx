import type { PresenceStatus } from '@natter/protocol'
import { useApp } from '../app/app-context.ts'
import { watch } from '../app/view-signal.ts'
import { Choice } from '../parts/choice.tsx'
import { say } from '../words/say.ts'

const STATUSES: readonly PresenceStatus[] = ['active', 'away', 'dnd', 'offline']

/** How one wishes to be seen. */
export function StatusChoice() {
  const { natter, self, notices } = useApp()
  return (
    <Choice
      title={say('dialogs.status')}
      choices={STATUSES.map((value) => ({ value, label: say(`dialogs.status.${value}`) }))}
      value={watch(natter.presence(self))}
      onChoose={(status) => void notices.attempt(natter.setStatus(status))}
    />
  )
}
