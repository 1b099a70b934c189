import { useSignal, useSignalEffect } from '@preact/signals'
import { useApp } from '../app/app-context.ts'
import { watch } from '../app/view-signal.ts'
import { IconButton } from '../parts/button.tsx'
import { say } from '../words/say.ts'
import './update-note.css'

/** One quiet line when a newer version of the page is here. Nothing is lost by taking it: drafts and messages that wait are kept, or the browser asks, and it waits for what is being edited. */
export function UpdateNote() {
  const { natter, update, edits } = useApp()
  const isDismissed = useSignal(false)
  // A server that was away may be back with another page.
  useSignalEffect(() => {
    if (watch(natter.connection).state === 'live') update.check()
  })
  const isShown = update.isReady.value && !isDismissed.value && !edits.isAny.value
  return (
    <div class="update-note" role="status" data-shown={isShown}>
      {isShown && (
        <>
          <span>
            {say('offline.newVersion')} ·{' '}
            <button type="button" class="update-note__reload" onClick={() => update.reload()}>
              {say('app.reload')}
            </button>
          </span>
          <IconButton icon="close" label={say('app.dismiss')} onClick={() => (isDismissed.value = true)} />
        </>
      )}
    </div>
  )
}
