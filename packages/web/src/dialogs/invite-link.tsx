import { useApp } from '../app/app-context.ts'
import { InviteCard } from '../first/invite-card.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { say } from '../words/say.ts'

/** A link that lets somebody new make an account. */
export function InviteLink() {
  const { place, dialog } = useApp()
  return (
    <Dialog title={say('dialogs.inviteTitle', { place: place.name })} onClose={() => (dialog.value = undefined)}>
      <InviteCard />
    </Dialog>
  )
}
