import { useApp } from '../app/app-context.ts'
import { Confirm } from '../parts/confirm.tsx'
import { say } from '../words/say.ts'

/** Asks before signing out while messages wait: with the account they go too. */
export function UnsentSignOut() {
  const { outbox, dialog, signOut } = useApp()
  const count = outbox.waiting.value
  return (
    <Confirm
      title={say('offline.unsentTitle', { count })}
      text={say('offline.unsentText', { count })}
      action={say('offline.signOutAnyway')}
      task={() => signOut('evenUnsent')}
      onClose={() => (dialog.value = undefined)}
    />
  )
}
