import type { Member } from '@natter/protocol'
import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { RoomModel } from '../room/room-model.ts'
import { MemberRow } from './member-row.tsx'
import { rowsInSight } from './rows-in-sight.ts'

interface MemberListProps {
  members: readonly Member[]
  model: RoomModel
  mayRemove: boolean
}

/** The members in sight, and room for the others: a thousand people are not drawn, nor is their presence followed. */
export function MemberList({ members, model, mayRemove }: MemberListProps) {
  const list = useRef<HTMLUListElement>(null)
  const sight = useSignal({ top: 0, height: 0, row: 0 })
  const look = (): void => {
    const box = list.current
    const row = box?.querySelector('.member')?.getBoundingClientRect().height ?? 0
    const { top, height, row: before } = sight.peek()
    if (!box || (box.scrollTop === top && box.clientHeight === height && row === before)) return
    sight.value = { top: box.scrollTop, height: box.clientHeight, row }
  }
  useLayoutEffect(() => {
    look()
    const box = list.current
    if (!box) return undefined
    const observer = new ResizeObserver(look)
    observer.observe(box)
    return () => observer.disconnect()
  }, [members.length > 0])
  const { from, to } = rowsInSight(members.length, sight.value)
  const { row } = sight.value
  return (
    <ul ref={list} class="members__list" onScroll={look}>
      <li class="members__space" aria-hidden="true" style={{ blockSize: `${from * row}px` }} />
      {members.slice(from, to).map((member) => (
        <MemberRow key={member.user} member={member} model={model} mayRemove={mayRemove} />
      ))}
      <li class="members__space" aria-hidden="true" style={{ blockSize: `${(members.length - to) * row}px` }} />
    </ul>
  )
}
