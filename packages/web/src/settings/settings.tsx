import { useLayoutEffect, useRef } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { SETTINGS_PAGES } from '../app/routes.ts'
import type { SettingsPage } from '../app/routes.ts'
import { IconButton } from '../parts/button.tsx'
import { say } from '../words/say.ts'
import { PageBody } from './page-body.tsx'
import { SettingsLink } from './settings-link.tsx'
import { keepFocus } from './keep-focus.ts'
import './settings.css'

interface SettingsProps {
  page: SettingsPage | undefined
  onClose: () => void
}

/** What one can set, page by page, each at an address of its own. On a phone the list of pages comes first. */
export function Settings({ page, onClose }: SettingsProps) {
  const { isNarrow, router } = useApp()
  const box = useRef<HTMLDivElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const isList = isNarrow.value && page === undefined
  const shown = page ?? 'profile'
  useLayoutEffect(() => heading.current?.focus(), [isList, isNarrow.value ? page : undefined])
  useLayoutEffect(() => (box.current ? keepFocus(box.current, onClose) : undefined), [onClose])
  return (
    <div class="settings-layer" onPointerDown={(event) => event.target === event.currentTarget && onClose()}>
      <div
        ref={box}
        class="settings"
        role="dialog"
        aria-modal="true"
        aria-label={say('settings.title')}
        data-list={isList}
      >
        {(!isNarrow.value || isList) && (
          <nav class="settings__pages" aria-label={say('settings.pages')}>
            <header class="settings__header">
              <h2 {...(isList ? { ref: heading } : {})} tabIndex={-1}>
                {say('settings.title')}
              </h2>
              {isList && <IconButton icon="close" label={say('settings.close')} onClick={onClose} />}
            </header>
            <ul>
              {SETTINGS_PAGES.map((each) => (
                <SettingsLink key={each} page={each} isShown={!isList && each === shown} />
              ))}
            </ul>
          </nav>
        )}
        {!isList && (
          <div class="settings__page">
            <header class="settings__header">
              {isNarrow.value && (
                <IconButton icon="back" label={say('settings.back')} onClick={() => router.up({ at: 'settings' })} />
              )}
              <h2 ref={heading} tabIndex={-1}>
                {say(`settings.page.${shown}`)}
              </h2>
              <IconButton icon="close" label={say('settings.close')} onClick={onClose} />
            </header>
            <PageBody page={shown} />
          </div>
        )}
      </div>
    </div>
  )
}
