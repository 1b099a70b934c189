import { Button } from './button.tsx'
import { Dialog, DialogActions } from './dialog.tsx'
import { FormError } from './field.tsx'
import { useForm } from './use-form.ts'
import { say } from '../words/say.ts'
import './confirm.css'

interface ConfirmProps {
  title: string
  text: string
  action: string
  task: () => Promise<void>
  onClose: () => void
  /** What follows when it is done, where that is more than closing. */
  onDone?: () => void
}

/** Asks once more before something that cannot be taken back. */
export function Confirm({ title, text, action, task, onClose, onDone = onClose }: ConfirmProps) {
  const form = useForm([])
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={(event) => form.submit(event, task, onDone)}>
        <p class="confirm__text" dir="auto">
          {text}
        </p>
        <FormError text={form.formError()} />
        <DialogActions>
          <Button autoFocus onClick={onClose}>
            {say('app.cancel')}
          </Button>
          <Button type="submit" look="danger" disabled={form.isBusy.value}>
            {action}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
