import { useApp } from '../app/app-context.ts'
import { pathOf } from '../app/routes.ts'
import type { SettingsPage } from '../app/routes.ts'
import { isPlainClick } from '../parts/plain-click.ts'
import { say } from '../words/say.ts'

/** The way to a page of the settings. Beside each other, pages take each other's place in the history, so that Back leaves the settings. */
export function SettingsLink({ page, isShown }: { page: SettingsPage; isShown: boolean }) {
  const { router, isNarrow } = useApp()
  const onClick = (event: MouseEvent): void => {
    if (!isPlainClick(event)) return
    event.preventDefault()
    if (isNarrow.value) router.go({ at: 'settings', page })
    else router.replace({ at: 'settings', page })
  }
  return (
    <li>
      <a
        class="settings__link"
        href={pathOf({ at: 'settings', page })}
        aria-current={isShown ? 'page' : undefined}
        onClick={onClick}
      >
        {say(`settings.page.${page}`)}
      </a>
    </li>
  )
}
