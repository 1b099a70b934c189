import type { PresenceStatus } from '@natter/protocol'
import { signal } from '@preact/signals'
import { Avatar } from '../parts/avatar.tsx'
import { Button, IconButton } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { Empty } from '../parts/empty.tsx'
import { Field, FormError } from '../parts/field.tsx'
import { StatusDot } from '../parts/presence-dot.tsx'
import { Markup } from '../text/markup.tsx'
import { FakeApp } from './fake-app.tsx'
import { PEOPLE } from './fake-people.ts'
import './parts-sheet.css'

const STATUSES: PresenceStatus[] = ['active', 'away', 'dnd', 'offline']
const text = signal('Ana')
const choice = signal<'one' | 'two'>('one')

const SAMPLE = `Plain, **bold**, *emphasis*, _emphasis_, ~~gone~~, \`code\`, **bold with *emphasis* inside**.
2*3*4 and snake_case_stays, (https://example.org/a_(b)), @ana and mail@example.org.
> A quote of one line
\`\`\`ts
const answer = 42
\`\`\`
javascript:alert(1) <b>no</b>`

/** The small parts, each in its states. */
export function PartsSheet() {
  return (
    <FakeApp state={{}} path="/" dialog={undefined}>
      <main class="parts">
        <h1>Parts</h1>
        <section>
          <Button look="main">Main</Button>
          <Button>Plain</Button>
          <Button look="danger">Danger</Button>
          <Button look="main" disabled>
            Disabled
          </Button>
          <Button icon="plus">With icon</Button>
          <IconButton icon="search" label="Search" />
          <IconButton icon="people" label="People" aria-pressed />
        </section>
        <section>
          {PEOPLE.map(({ id }) => (
            <Avatar key={id} user={id} />
          ))}
          {STATUSES.map((status) => (
            <StatusDot key={status} status={status} />
          ))}
        </section>
        <section class="parts__column">
          <Field label="Name" value={text.value} onText={(typed) => (text.value = typed)} hint="What people see." />
          <Field label="Handle" value="Ana!" onText={() => {}} error="Only a to z, 0 to 9, dot, dash, underscore." />
          <FormError text="Something about the whole form." />
          <Choice
            title="One of two"
            choices={[
              { value: 'one', label: 'One', hint: 'The first.' },
              { value: 'two', label: 'Two' },
            ]}
            value={choice.value}
            onChoose={(value) => (choice.value = value)}
          />
        </section>
        <section class="parts__column">
          <Markup text={SAMPLE} ownHandle="ana" />
          <Markup text="🎉👍" />
        </section>
        <section class="parts__column">
          <Empty title="Nothing here yet." />
        </section>
      </main>
    </FakeApp>
  )
}
