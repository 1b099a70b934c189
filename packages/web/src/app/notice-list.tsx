import { useEffect, useRef } from 'preact/hooks'
import { IconButton } from '../parts/button.tsx'
import { say } from '../words/say.ts'
import { useApp } from './app-context.ts'
import './notice-list.css'

/** What just failed, or was just done, in short sentences at the edge. They wait while the mouse or the focus is on them. */
export function NoticeList() {
  const { notices } = useApp()
  const { value: shown } = notices.shown
  const list = useRef<HTMLDivElement>(null)
  // One that goes with the mouse on it says nothing about the mouse leaving.
  useEffect(() => {
    if (shown.length === 0) notices.hold(false)
  }, [shown.length])
  return (
    <div
      ref={list}
      class="notices"
      role="status"
      onPointerEnter={() => notices.hold(true)}
      onPointerLeave={() => notices.hold(list.current?.contains(document.activeElement) === true)}
      onFocusIn={() => notices.hold(true)}
      onFocusOut={() => notices.hold(list.current?.matches(':hover') === true)}
    >
      {shown.map(({ id, text, action }) => (
        <div key={id} class="notices__one">
          <span class="notices__text">{text}</span>
          {action && (
            <button type="button" class="notices__action" onClick={() => notices.take(id)}>
              {action.label}
            </button>
          )}
          <IconButton icon="close" label={say('app.dismiss')} onClick={() => notices.dismiss(id)} />
        </div>
      ))}
    </div>
  )
}
