import { Component, h } from 'preact'
import type { RoomModel } from '../room/room-model.ts'
import { TimelineRow } from './timeline-row.tsx'
import type { Row } from './timeline-rows.ts'

interface KeptRowProps {
  model: RoomModel
  row: Row
}

/** A row that is not looked at again while it is the same: of a thousand rows a new message touches one or two. */
export class KeptRow extends Component<KeptRowProps> {
  override shouldComponentUpdate(next: KeptRowProps): boolean {
    return next.row !== this.props.row || next.model !== this.props.model
  }

  override render({ model, row }: KeptRowProps) {
    return h(TimelineRow, { model, row })
  }
}
