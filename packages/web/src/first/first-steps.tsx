import { useSignal } from '@preact/signals'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/button.tsx'
import { Toggle } from '../parts/toggle.tsx'
import { FormError } from '../parts/field.tsx'
import { useForm } from '../parts/use-form.ts'
import { say } from '../words/say.ts'
import { InviteCard } from './invite-card.tsx'
import { makeRooms, SUGGESTED } from './suggested-rooms.ts'
import type { Suggested } from './suggested-rooms.ts'
import './first-steps.css'

/** What a new place needs first: rooms, people, a first message. Nothing of it must be. */
export function FirstSteps() {
  const app = useApp()
  const picked = useSignal<ReadonlySet<Suggested>>(new Set(SUGGESTED))
  const form = useForm([])
  const turn = (room: Suggested, isOn: boolean): void => {
    const others = [...picked.value].filter((each) => each !== room)
    picked.value = new Set(isOn ? [...others, room] : others)
  }
  const make = (): Promise<void> =>
    makeRooms(
      app,
      SUGGESTED.filter((room) => picked.value.has(room)),
    )
  return (
    <div class="first">
      <header class="first__head">
        <h2 class="first__title">{say('app.welcome', { place: app.place.name })}</h2>
        <p>{say('app.firstSteps')}</p>
      </header>
      <form class="first__step" onSubmit={(event) => form.submit(event, make)}>
        <h3>{say('first.rooms')}</h3>
        <div>
          {SUGGESTED.map((room) => (
            <Toggle
              key={room}
              label={`# ${say(`first.room.${room}`)}`}
              hint={say(`first.topic.${room}`)}
              isOn={picked.value.has(room)}
              onTurn={(isOn) => turn(room, isOn)}
            />
          ))}
        </div>
        <p class="first__hint">{say('first.helloHint')}</p>
        <FormError text={form.formError()} />
        <div class="first__actions">
          <Button type="submit" look="main" disabled={form.isBusy.value || picked.value.size === 0}>
            {say('first.create')}
          </Button>
          <Button icon="plus" onClick={() => (app.dialog.value = { kind: 'createRoom' })}>
            {say('first.another')}
          </Button>
        </div>
      </form>
      {app.place.signup !== 'closed' && (
        <section class="first__step">
          <h3>{say('first.people')}</h3>
          <InviteCard />
        </section>
      )}
    </div>
  )
}
