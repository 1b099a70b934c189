import type { RoomHandle } from '@natter/client'
import type { Message } from '@natter/protocol'
import { useSignal } from '@preact/signals'
import { useApp } from '../app/app-context.ts'
import { watch } from '../app/view-signal.ts'
import { roomLeft } from '../composer/room-left.ts'
import { Button } from '../parts/button.tsx'
import { Dialog, DialogActions } from '../parts/dialog.tsx'
import { Field, FormError } from '../parts/field.tsx'
import { useForm } from '../parts/use-form.ts'
import { titleOf } from '../room/title-of.ts'
import { plainText } from '../text/plain-text.ts'
import { linkTo } from '../timeline/copy.ts'
import { forwardedText } from '../timeline/forwarded-text.ts'
import { say } from '../words/say.ts'
import { ForwardTargets, roomOfTarget } from './forward-targets.tsx'
import type { ForwardTarget } from './forward-targets.tsx'
import './message-dialogs.css'

interface ForwardMessageProps {
  handle: RoomHandle
  message: Message
  onClose: () => void
}

/** Passes a message on to a room or a person, as a quote with its author and address. */
export function ForwardMessage({ handle, message, onClose }: ForwardMessageProps) {
  const app = useApp()
  const { natter, notices } = app
  const comment = useSignal('')
  const target = useSignal<ForwardTarget | undefined>(undefined)
  const form = useForm([])
  const room = watch(handle.info)
  const name = watch(natter.user(message.by))?.name ?? say('timeline.somebody')
  const from = say('timeline.forwardFrom', { name, room: (room && titleOf(app, room)) ?? '' })
  const forwarded = forwardedText({
    comment: comment.value,
    text: message.text,
    from,
    link: linkTo(handle.id, message.seq),
  })
  const over = -Math.min(0, roomLeft(forwarded, watch(natter.limits)) ?? 0)
  const forward = (event: Event): void => {
    const to = target.value
    if (to === undefined) return
    form.submit(
      event,
      () => roomOfTarget(natter, to),
      (id) => {
        // A refusal shows at the message itself, with what can be done about it.
        natter.room(id).send(forwarded)
        notices.tell(say('timeline.forwarded', { room: to.title }))
        onClose()
      },
    )
  }
  return (
    <Dialog title={say('timeline.forwardTitle')} onClose={onClose}>
      <form onSubmit={forward}>
        <ForwardTargets picked={target.value} onPick={(to) => (target.value = to)} />
        <blockquote class="forward__quote" dir="auto">
          {plainText(message.text)}
        </blockquote>
        <Field label={say('timeline.forwardComment')} value={comment.value} onText={(text) => (comment.value = text)} />
        <FormError text={over > 0 ? say('composer.tooLong', { count: over }) : form.formError()} />
        <DialogActions>
          <Button onClick={onClose}>{say('timeline.cancel')}</Button>
          <Button type="submit" look="main" disabled={form.isBusy.value || target.value === undefined || over > 0}>
            {say('timeline.forwardAction')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
