import type { MessageDialog } from '../app/app-context.ts'
import { useApp } from '../app/app-context.ts'
import { messageItem } from '../timeline/message-item.ts'
import { EditHistory } from './edit-history.tsx'
import { ForwardMessage } from './forward-message.tsx'
import { SeenBy } from './seen-by.tsx'
import { WhoReacted } from './who-reacted.tsx'

export interface AboutMessageProps {
  shown: MessageDialog
  onClose: () => void
}

/** The dialogs about one message, in a file of their own: they are opened rarely. */
export function AboutMessage({ shown, onClose }: AboutMessageProps) {
  const { natter } = useApp()
  const handle = natter.room(shown.room)
  const item = messageItem(handle.timeline.value, shown.seq)
  if (item === undefined) return null
  const props = { handle, message: item.message, onClose }
  switch (shown.kind) {
    case 'forward':
      return <ForwardMessage {...props} />
    case 'seenBy':
      return <SeenBy {...props} />
    case 'reactions':
      return <WhoReacted {...props} />
    case 'editHistory':
      return <EditHistory {...props} />
  }
}
