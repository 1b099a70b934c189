import type { UserId } from '@natter/protocol'
import type { RoomModel } from '../room/room-model.ts'

/** Keys inside the timeline: arrows walk over messages, letters act on the one in focus, Escape says "I have read it". */
export function onTimelineKey(
  event: KeyboardEvent & { currentTarget: HTMLElement },
  model: RoomModel,
  self: UserId,
): void {
  if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) return
  const row = event.target.closest<HTMLElement>('.message')
  if (event.key === 'ArrowUp' || event.key === 'ArrowDown') walk(event, row)
  else if (event.key === 'Escape') markRead(model)
  else if (event.key === 'End') model.latestWanted.value += 1
  else if (event.target === row) act(event, model, { seq: Number(row.dataset['seq'] ?? 0), self })
}

function walk(event: KeyboardEvent & { currentTarget: HTMLElement }, row: HTMLElement | null): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('.message')]
  const from = row === null ? rows.length : rows.indexOf(row)
  const next = rows[from + (event.key === 'ArrowUp' ? -1 : 1)]
  if (!next) return
  event.preventDefault()
  next.focus({ preventScroll: true })
  next.scrollIntoView({ block: 'nearest' })
}

function markRead({ handle, divider, messages }: RoomModel): void {
  divider.value = undefined
  const last = [...messages.value.keys()].at(-1)
  if (last !== undefined && handle.timeline.value.atEnd) handle.markRead(last)
}

function act(event: KeyboardEvent, model: RoomModel, { seq, self }: { seq: number; self: UserId }): void {
  const message = model.messages.value.get(seq)
  if (!message || message.deletedAt !== undefined) return
  if (event.key === 'r') model.replyTo.value = seq
  else if (event.key === 'e' && message.by === self) model.editing.value = seq
  else return
  event.preventDefault()
}
