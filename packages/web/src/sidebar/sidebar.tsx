import type { RoomSummary } from '@natter/client'
import { useApp } from '../app/app-context.ts'
import type { DialogShown } from '../app/app-context.ts'
import { watch } from '../app/view-signal.ts'
import { IconButton } from '../parts/button.tsx'
import type { IconName } from '../parts/icon.tsx'
import { RoomRow } from './room-row.tsx'
import { roomSections } from './room-sections.ts'
import { YouRow } from './you-row.tsx'
import './sidebar.css'

/** Rooms and conversations with what is new in them, and oneself. */
export function Sidebar() {
  const { natter, place, dialog } = useApp()
  const { rooms, people } = roomSections(watch(natter.rooms))
  const open = (kind: 'createRoom' | 'browseRooms' | 'openDm' | 'inviteLink') => () => {
    dialog.value = { kind } satisfies DialogShown
  }
  return (
    <nav class="sidebar" aria-label="Rooms">
      <header class="sidebar__header">
        <h1 class="sidebar__place">{place.name}</h1>
        {place.signup !== 'closed' && (
          <IconButton icon="personAdd" label="Invite people" onClick={open('inviteLink')} />
        )}
      </header>
      <div class="sidebar__lists">
        <Section
          title="Rooms"
          summaries={rooms}
          none="No rooms yet. Make one, or browse."
          buttons={[
            { icon: 'search', label: 'Browse rooms', onClick: open('browseRooms') },
            { icon: 'plus', label: 'New room', onClick: open('createRoom') },
          ]}
        />
        <Section
          title="Direct messages"
          summaries={people}
          none="Talk to one person, or a few."
          buttons={[{ icon: 'plus', label: 'New direct message', onClick: open('openDm') }]}
        />
      </div>
      <YouRow />
    </nav>
  )
}

interface SectionProps {
  title: string
  summaries: RoomSummary[]
  none: string
  buttons: { icon: IconName; label: string; onClick: () => void }[]
}

function Section({ title, summaries, none, buttons }: SectionProps) {
  return (
    <section class="sidebar__section">
      <header class="sidebar__section-header">
        <h2>{title}</h2>
        {buttons.map((button) => (
          <IconButton key={button.label} {...button} />
        ))}
      </header>
      <ul>
        {summaries.map((summary) => (
          <RoomRow key={summary.id} summary={summary} />
        ))}
      </ul>
      {summaries.length === 0 && <p class="sidebar__none">{none}</p>}
    </section>
  )
}
