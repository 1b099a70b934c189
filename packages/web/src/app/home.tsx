import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { useApp } from './app-context.ts'
import { FIRST_STEPS } from './lazy-parts.tsx'
import { PlaceHeading } from './place-heading.tsx'
import { watch } from './view-signal.ts'
import { say } from '../words/say.ts'
import './home.css'

/** The main pane when no room is open. */
export function Home({ isNowhere }: { isNowhere: boolean }) {
  const { natter, place, dialog, router, isNarrow } = useApp()
  const isLive = watch(natter.connection).state === 'live'
  const hasRooms = watch(natter.rooms).length > 0
  const role = watch(natter.self)?.role
  // On a narrow screen the list is shown, and what begins it is part of that.
  if (!isNowhere && (hasRooms || !isLive || isNarrow.value)) return <main id="messages" class="home" />
  if (!isNowhere && role === 'owner') {
    return (
      <main id="messages" class="home home--first">
        <FIRST_STEPS />
      </main>
    )
  }
  if (!isNowhere && role === 'guest') {
    return (
      <main id="messages" class="home">
        <PlaceHeading />
        <Empty title={say('app.welcome', { place: place.name })}>
          <p>{say('app.guestFirst')}</p>
        </Empty>
      </main>
    )
  }
  return (
    <main id="messages" class="home">
      <PlaceHeading />
      <Empty title={isNowhere ? say('app.nowhere') : say('app.welcome', { place: place.name })}>
        <p>{isNowhere ? say('app.nowhereWhy') : say('app.findRooms')}</p>
        <div class="home__actions">
          {isNowhere && hasRooms && (
            <Button look="main" onClick={() => router.replace({ at: 'home' })}>
              {say('frame.backToRooms')}
            </Button>
          )}
          <Button look="main" icon="search" onClick={() => (dialog.value = { kind: 'browseRooms' })}>
            {say('app.browseRooms')}
          </Button>
          <Button icon="plus" onClick={() => (dialog.value = { kind: 'createRoom' })}>
            {say('app.newRoom')}
          </Button>
          <Button icon="link" onClick={() => (dialog.value = { kind: 'inviteLink' })}>
            {say('app.invitePeople')}
          </Button>
        </div>
      </Empty>
    </main>
  )
}
