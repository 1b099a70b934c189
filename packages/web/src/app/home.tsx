import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { useApp } from './app-context.ts'
import { watch } from './view-signal.ts'
import './home.css'

/** The main pane when no room is open. */
export function Home({ isNowhere }: { isNowhere: boolean }) {
  const { natter, place, dialog } = useApp()
  const isLive = watch(natter.connection).state === 'live'
  const hasRooms = watch(natter.rooms).length > 0
  if (!isNowhere && (hasRooms || !isLive)) return <main id="messages" class="home" />
  return (
    <main id="messages" class="home">
      <Empty title={isNowhere ? 'There is nothing at this address.' : `Welcome to ${place.name}`}>
        <p>{isNowhere ? 'The link may be old, or mistyped.' : 'Make the first room, or look which ones are there.'}</p>
        <div class="home__actions">
          <Button look="main" icon="plus" onClick={() => (dialog.value = { kind: 'createRoom' })}>
            New room
          </Button>
          <Button icon="search" onClick={() => (dialog.value = { kind: 'browseRooms' })}>
            Browse rooms
          </Button>
          <Button icon="link" onClick={() => (dialog.value = { kind: 'inviteLink' })}>
            Invite people
          </Button>
        </div>
      </Empty>
    </main>
  )
}
