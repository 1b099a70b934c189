import { useSignal } from '@preact/signals'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/button.tsx'
import { Dialog, DialogActions } from '../parts/dialog.tsx'
import { FormError } from '../parts/field.tsx'
import { useForm } from '../parts/use-form.ts'
import { say } from '../words/say.ts'
import { ForwardTargets, roomOfTarget } from './forward-targets.tsx'
import type { ForwardTarget } from './forward-targets.tsx'
import './message-dialogs.css'

/** Where what another app hands over is to go: into the draft there, for one looks at it before it is sent. */
export function ShareText({ text, onClose }: { text: string; onClose: () => void }) {
  const { natter, drafts, router } = useApp()
  const target = useSignal<ForwardTarget | undefined>(undefined)
  const form = useForm([])
  const share = async (): Promise<void> => {
    const to = target.value
    if (to === undefined) return
    const room = await roomOfTarget(natter, to)
    const draft = drafts.of(room).text
    draft.value = draft.value.trim() === '' ? text : `${draft.value}\n${text}`
    onClose()
    router.go({ at: 'room', room })
  }
  return (
    <Dialog title={say('timeline.shareTitle')} onClose={onClose}>
      <form onSubmit={(event) => form.submit(event, share)}>
        <ForwardTargets picked={target.value} onPick={(to) => (target.value = to)} />
        <blockquote class="forward__quote" dir="auto">
          {text}
        </blockquote>
        <FormError text={form.formError()} />
        <DialogActions>
          <Button onClick={onClose}>{say('timeline.cancel')}</Button>
          <Button type="submit" look="main" disabled={form.isBusy.value || target.value === undefined}>
            {say('timeline.shareAction')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
