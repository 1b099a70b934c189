import { IconButton } from '../parts/button.tsx'
import { useApp } from './app-context.ts'
import { say } from '../words/say.ts'
import './notice-list.css'

/** What just failed, or was just done, in short sentences at the edge. */
export function NoticeList() {
  const { notices } = useApp()
  return (
    <div class="notices" role="status">
      {notices.shown.value.map(({ id, text }) => (
        <div key={id} class="notices__one">
          <span>{text}</span>
          <IconButton icon="close" label={say('app.dismiss')} onClick={() => notices.dismiss(id)} />
        </div>
      ))}
    </div>
  )
}
