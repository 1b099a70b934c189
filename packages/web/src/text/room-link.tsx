import type { ComponentChildren } from 'preact'
import { useApp } from '../app/app-context.ts'
import { useDerived } from '../app/use-derived.ts'
import { viewSignal, watch } from '../app/view-signal.ts'
import { Link } from '../parts/link.tsx'
import { RoomTitle } from '../room/room-title-text.tsx'
import { say } from '../words/say.ts'
import { roomNamed } from './room-named.ts'
import type { RoomId } from '@natter/protocol'

/** `#room`: a way to the room of that name, where the reader knows one. */
export function RoomLink({ name }: { name: string }) {
  const { natter } = useApp()
  const room = useDerived(() => roomNamed(viewSignal(natter.rooms).value, name), [natter, name]).value
  if (room === undefined) return <>#{name}</>
  return (
    <Link class="mention" to={{ at: 'room', room }}>
      #<bdi>{name}</bdi>
    </Link>
  )
}

interface MessageLinkProps {
  room: RoomId
  seq: number | undefined
  text: string
  /** What its author calls it. */
  label: ComponentChildren | undefined
}

/** A permalink into this place: told by its label or by the room it leads to, which only those who are in it can see. */
export function MessageLink({ room, seq, text, label }: MessageLinkProps) {
  const { natter } = useApp()
  const info = watch(natter.room(room).info)
  const to = { at: 'room' as const, room, ...(seq === undefined ? {} : { seq }) }
  return (
    <Link class="mention" to={to} title={text}>
      {label !== undefined || info === undefined ? (
        (label ?? text)
      ) : (
        <>
          {info.people === undefined && '#'}
          <RoomTitle room={info} />
          {seq !== undefined && ` › ${say('text.message')}`}
        </>
      )}
    </Link>
  )
}
