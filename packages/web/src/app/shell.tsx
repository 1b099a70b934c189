import { useApp } from './app-context.ts'
import { ConnectionNote } from './connection-note.tsx'
import { NoticeList } from './notice-list.tsx'
import { useShell } from './use-shell.ts'
import { Announcements } from './announcements.tsx'
import { Dialogs } from './dialogs.tsx'
import { Home } from './home.tsx'
import { UpdateNote } from '../offline/update-note.tsx'
import { Sidebar } from '../sidebar/sidebar.tsx'
import { RoomPane } from '../room/room-pane.tsx'
import { say } from '../words/say.ts'
import './shell.css'

/** The signed-in page: the list of rooms, one room, its people. On narrow screens one of the three at a time. */
export function Shell() {
  const app = useApp()
  const route = app.router.route.value
  useShell(app)
  const pane = route.at !== 'room' ? 'list' : route.panel === undefined ? 'room' : 'panel'
  return (
    <div class="shell" data-pane={pane}>
      <a class="shell__skip" href="#messages">
        {say('app.skip')}
      </a>
      <Announcements />
      <div class="shell__panes">
        <Sidebar />
        {route.at === 'room' ? (
          <RoomPane key={route.room} id={route.room} seq={route.seq} hasPanel={route.panel === 'members'} />
        ) : (
          <Home isNowhere={route.at === 'nowhere'} />
        )}
      </div>
      <ConnectionNote />
      <UpdateNote />
      <NoticeList />
      <Dialogs />
    </div>
  )
}
