import type { ComponentChildren } from 'preact'
import { useApp } from '../app/app-context.ts'
import { KeyCaps } from '../keys/key-caps.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'
import { PresenceDot } from '../parts/presence-dot.tsx'
import { RoomMark } from '../room/room-mark.tsx'
import { RoomTitle } from '../room/room-title-text.tsx'
import { RoomBadges } from '../sidebar/room-badges.tsx'
import { isNew } from '../sidebar/sidebar-layout.ts'
import { say } from '../words/say.ts'
import type { Candidate } from './candidates.ts'

/** One answer, as it looks in the list. */
export function Answer({ candidate }: { candidate: Candidate }) {
  const { keys } = useApp()
  switch (candidate.kind) {
    case 'room': {
      const { summary, isMuted } = candidate
      return (
        <Line mark={<RoomMark room={summary.room} />} isNew={isNew(summary, isMuted)}>
          <RoomTitle room={summary.room} />
          <span class="switcher__end">
            <RoomBadges summary={summary} isMuted={isMuted} isOpen={false} />
          </span>
        </Line>
      )
    }
    case 'found':
      return (
        <Line mark={<RoomMark room={candidate.room} />}>
          <bdi>{candidate.room.name}</bdi>
          <span class="switcher__end">{say('switcher.join')}</span>
        </Line>
      )
    case 'person':
      return (
        <Line mark={<Avatar user={candidate.user.id} size="small" />}>
          <bdi>{candidate.user.name}</bdi> <PresenceDot user={candidate.user.id} />
          <span class="switcher__end">@{candidate.user.handle}</span>
        </Line>
      )
    case 'command': {
      const chords = keys.chords(candidate.id)
      return (
        <Line mark={<Icon name="bolt" />}>
          {candidate.names[0]}
          {chords.length > 0 && (
            <span class="switcher__end">
              <KeyCaps chords={chords.slice(0, 1)} isMac={keys.isMac} />
            </span>
          )}
        </Line>
      )
    }
  }
}

interface LineProps {
  mark: ComponentChildren
  isNew?: boolean
  children: ComponentChildren
}

function Line({ mark, isNew: isBold = false, children }: LineProps) {
  return (
    <>
      <span class="switcher__mark">{mark}</span>
      <span class="switcher__name" data-new={isBold}>
        {children}
      </span>
    </>
  )
}
