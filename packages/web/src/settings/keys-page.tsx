import { useSignal } from '@preact/signals'
import { useApp } from '../app/app-context.ts'
import { KeyRow } from '../keys/key-row.tsx'
import { SCOPES, shortcut, SHORTCUT_IDS } from '../keys/shortcuts.ts'
import type { ShortcutId } from '../keys/shortcuts.ts'
import { Button } from '../parts/button.tsx'
import { say } from '../words/say.ts'

/** Every shortcut, and other keys for it. */
export function KeysPage() {
  const { keys, notices } = useApp()
  const changing = useSignal<ShortcutId | undefined>(undefined)
  const isChanged = Object.keys(keys.choice.value).length > 0
  const reset = (): void => {
    const before = keys.choice.value
    keys.reset()
    notices.offer(say('settings.keysReset'), { label: say('frame.undo'), run: () => keys.restore(before) })
  }
  return (
    <>
      <p class="settings__hint">{say('settings.keysHint')}</p>
      {SCOPES.map((scope) => {
        const ids = SHORTCUT_IDS.filter((id) => shortcut(id).scope === scope)
        if (ids.length === 0) return null
        return (
          <section key={scope} class="settings__part">
            <h3>{say(`keys.scope.${scope}`)}</h3>
            <ul>
              {ids.map((id) => (
                <KeyRow
                  key={id}
                  id={id}
                  isChanging={changing.value === id}
                  onChange={(isChanging) => (changing.value = isChanging ? id : undefined)}
                />
              ))}
            </ul>
          </section>
        )
      })}
      <div>
        <Button disabled={!isChanged} onClick={reset}>
          {say('settings.resetKeys')}
        </Button>
      </div>
    </>
  )
}
