import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/button.tsx'
import { Dialog, DialogActions } from '../parts/dialog.tsx'
import { say } from '../words/say.ts'
import { KeyCaps } from './key-caps.tsx'
import { SCOPES, shortcut, SHORTCUT_IDS } from './shortcuts.ts'
import './shortcut-sheet.css'

/** All shortcuts, by where they work. */
export function ShortcutSheet() {
  const { keys, router, dialog } = useApp()
  const close = (): void => void (dialog.value = undefined)
  const change = (): void => {
    close()
    router.go({ at: 'settings', page: 'keys' })
  }
  return (
    <Dialog title={say('keys.title')} onClose={close}>
      <div class="shortcut-sheet">
        {SCOPES.map((scope) => {
          const ids = SHORTCUT_IDS.filter((id) => shortcut(id).scope === scope && keys.chords(id).length > 0)
          if (ids.length === 0) return null
          return (
            <section key={scope}>
              <h3 class="shortcut-sheet__scope">{say(`keys.scope.${scope}`)}</h3>
              <dl>
                {ids.map((id) => (
                  <div key={id} class="shortcut-sheet__one">
                    <dt>{say(shortcut(id).words)}</dt>
                    <dd>
                      <KeyCaps chords={keys.chords(id)} isMac={keys.isMac} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        })}
      </div>
      <DialogActions>
        <Button onClick={change}>{say('keys.change')}</Button>
      </DialogActions>
    </Dialog>
  )
}
