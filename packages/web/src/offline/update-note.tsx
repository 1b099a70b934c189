import { useSignalEffect } from '@preact/signals'
import { useApp } from '../app/app-context.ts'
import { watch } from '../app/view-signal.ts'
import { say } from '../words/say.ts'
import './update-note.css'

/** One quiet line when a newer version of the page is here. Nothing is lost by taking it: drafts and messages that wait are kept. */
export function UpdateNote() {
  const { natter, update } = useApp()
  // A server that was away may be back with another page.
  useSignalEffect(() => {
    if (watch(natter.connection).state === 'live') update.check()
  })
  return (
    <div class="update-note" role="status" data-shown={update.isReady.value}>
      {update.isReady.value && (
        <>
          {say('offline.newVersion')} ·{' '}
          <button type="button" class="update-note__reload" onClick={() => update.reload()}>
            {say('app.reload')}
          </button>
        </>
      )}
    </div>
  )
}
