import { IconButton } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import { Markup } from '../text/markup.tsx'
import { useApp } from './app-context.ts'
import { watch } from './view-signal.ts'
import { say } from '../words/say.ts'
import './announcements.css'

/** What owner and admins tell everybody, until it runs out or is dismissed. */
export function Announcements() {
  const { natter, minute, dismissals } = useApp()
  const standing = watch(natter.announcements)
  const dismissed = dismissals.ids.value
  const shown = standing.filter(({ id, untilAt }) => untilAt > minute.value && !dismissed.includes(id))
  const dismiss = (id: string): void =>
    dismissals.add(
      id,
      standing.map((each) => each.id),
    )
  return (
    <div class="announcements" role="status">
      {shown.map(({ id, text }) => (
        <div key={id} class="announcements__one">
          <Icon name="horn" />
          <Markup text={text} />
          <IconButton icon="close" label={say('app.dismissAnnouncement')} onClick={() => dismiss(id)} />
        </div>
      ))}
    </div>
  )
}
