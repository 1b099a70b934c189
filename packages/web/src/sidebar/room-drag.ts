import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { RoomSummary } from '@natter/client'
import type { RoomId } from '@natter/protocol'
import type { OwnSettings } from '../settings/own-settings.ts'
import { isOrdered, mayHold, moveInto } from './move-room.ts'
import type { SidebarSection } from './sidebar-layout.ts'

type DragHandlers = {
  onDragStart?: (event: DragEvent) => void
  onDragEnd?: () => void
  onDragOver: (event: DragEvent) => void
  onDrop: (event: DragEvent) => void
}

/** Rooms that are dragged with the mouse into their place; keyboard and fingers have the menu. */
export interface RoomDrag {
  /** The room that the dragged one would come before, or the section it would join. */
  readonly over: ReadonlySignal<string | undefined>
  of(summary: RoomSummary): DragHandlers
  ofSection(section: SidebarSection): DragHandlers
}

interface DragPorts {
  settings: OwnSettings
  sections: ReadonlySignal<readonly SidebarSection[]>
}

export function createRoomDrag({ settings, sections }: DragPorts): RoomDrag {
  const over = signal<string | undefined>(undefined)
  let dragged: RoomSummary | undefined
  const end = (): void => {
    dragged = undefined
    over.value = undefined
  }
  const target = (section: SidebarSection | undefined, mark: string, before?: RoomId): DragHandlers => ({
    onDragOver: (event) => {
      if (!dragged || !section || !mayHold(section, dragged.room.people !== undefined)) return
      event.preventDefault()
      event.stopPropagation()
      over.value = isOrdered(section) ? mark : section.id
    },
    onDrop: (event) => {
      if (!dragged || !section) return
      event.preventDefault()
      event.stopPropagation()
      settings.set(moveInto(settings.all.value, { room: dragged.id, section, before }))
      end()
    },
  })
  return {
    over,
    of: (summary) => {
      const section = sections.peek().find(({ all }) => all.includes(summary.id))
      return {
        ...target(section, summary.id, summary.id),
        onDragStart: (event) => {
          dragged = summary
          if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move'
        },
        onDragEnd: end,
      }
    },
    ofSection: (section) => target(section, section.id),
  }
}
