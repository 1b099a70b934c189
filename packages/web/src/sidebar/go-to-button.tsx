import { useApp } from '../app/app-context.ts'
import { KeyCaps } from '../keys/key-caps.tsx'
import { Icon } from '../parts/icon.tsx'
import { say } from '../words/say.ts'
import './go-to-button.css'

/** The way to the switcher for those who do not know its key, or have none. */
export function GoToButton() {
  const { dialog, keys, isTouch } = useApp()
  return (
    <button type="button" class="go-to" aria-haspopup="dialog" onClick={() => (dialog.value = { kind: 'switcher' })}>
      <Icon name="search" />
      <span class="go-to__words">{say('switcher.title')}</span>
      {!isTouch.value && (
        <span class="go-to__keys" aria-hidden="true">
          <KeyCaps chords={keys.chords('switcher').slice(0, 1)} isMac={keys.isMac} />
        </span>
      )}
    </button>
  )
}
