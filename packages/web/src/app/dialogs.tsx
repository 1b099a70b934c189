import { useApp } from './app-context.ts'
import { lazy } from './lazy.tsx'
import { SHEET, SWITCHER } from './lazy-parts.tsx'
import { useLayer } from './use-layer.ts'
import { BrowseRooms } from '../dialogs/browse-rooms.tsx'
import { CreateRoom } from '../dialogs/create-room.tsx'
import { DeleteMessage } from '../dialogs/delete-message.tsx'
import { EditRoom } from '../dialogs/edit-room.tsx'
import { InviteLink } from '../dialogs/invite-link.tsx'
import { LeaveRoom } from '../dialogs/leave-room.tsx'
import { NameSection } from '../dialogs/name-section.tsx'
import { AddPeople, OpenDm } from '../dialogs/pick-people.tsx'
import { RemovePerson } from '../dialogs/remove-person.tsx'
import { UnsentSignOut } from '../offline/unsent-sign-out.tsx'

const CommandHelp = lazy(async () => (await import('../composer/command-help.tsx')).CommandHelp)

const AboutMessage = lazy(async () => (await import('../dialogs/about-message.tsx')).AboutMessage)

const ShareText = lazy(async () => (await import('../dialogs/share-text.tsx')).ShareText)

/** The dialog that is open, if one is. */
export function Dialogs() {
  const { dialog } = useApp()
  const shown = dialog.value
  const close = (): void => void (dialog.value = undefined)
  useLayer(shown !== undefined, close)
  switch (shown?.kind) {
    case undefined:
      return null
    case 'switcher':
      return <SWITCHER onClose={close} />
    case 'shortcuts':
      return <SHEET onClose={close} />
    case 'createRoom':
      return <CreateRoom />
    case 'browseRooms':
      return <BrowseRooms />
    case 'commands':
      return <CommandHelp onClose={close} />
    case 'openDm':
      return <OpenDm />
    case 'inviteLink':
      return <InviteLink />
    case 'nameSection':
      return <NameSection section={shown.section} room={shown.room} />
    case 'addPeople':
      return <AddPeople room={shown.room} />
    case 'leaveRoom':
      return <LeaveRoom room={shown.room} />
    case 'editRoom':
      return <EditRoom room={shown.room} />
    case 'removePerson':
      return <RemovePerson room={shown.room} user={shown.user} />
    case 'forward':
    case 'seenBy':
    case 'reactions':
    case 'editHistory':
      return <AboutMessage shown={shown} onClose={close} />
    case 'share':
      return <ShareText text={shown.text} onClose={close} />
    case 'deleteMessage':
      return <DeleteMessage room={shown.room} seq={shown.seq} />
    case 'unsentSignOut':
      return <UnsentSignOut />
  }
}
