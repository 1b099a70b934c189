import { Button } from '../parts/button.tsx'
import { Dialog, DialogActions } from '../parts/dialog.tsx'
import { say } from '../words/say.ts'
import type { Composing } from './composing.ts'

/** Asks before very many people are told at once. */
export function AskEveryone({ composing, room }: { composing: Composing; room: string | undefined }) {
  const { asking } = composing
  const close = (): void => void (asking.value = undefined)
  return (
    <Dialog title={say('composer.askEveryone', { count: asking.value?.people ?? 0 })} onClose={close}>
      <p class="composer__question">{say('composer.askEveryoneText', { room: room ?? say('composer.thisRoom') })}</p>
      <DialogActions>
        <Button onClick={close}>{say('composer.cancel')}</Button>
        <Button autoFocus look="main" onClick={() => composing.confirm()}>
          {say('composer.sendAnyway')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
