import type { User } from '@natter/protocol'
import { useSignal } from '@preact/signals'
import { useApp } from '../app/app-context.ts'
import { Avatar } from '../parts/avatar.tsx'
import { Empty } from '../parts/empty.tsx'
import { Field, FormError } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { PresenceDot } from '../parts/presence-dot.tsx'
import { useFound } from './use-found.ts'
import { atHandle } from '../words/at-handle.ts'
import { say } from '../words/say.ts'
import './found-list.css'

interface PeopleFinderProps {
  picked: readonly User[]
  onToggle: (user: User) => void
}

/** Finds people by name or handle; a click picks one, another lets go. */
export function PeopleFinder({ picked, onToggle }: PeopleFinderProps) {
  const { natter, self } = useApp()
  const query = useSignal('')
  const found = useFound(query, async (text) => {
    const { users, more } = await natter.http.findUsers(text)
    return { items: users.filter(({ id }) => id !== self), more }
  })
  const { items, more, error } = found.value
  return (
    <>
      <ul class="picked" aria-label={say('dialogs.picked')}>
        {picked.map((user) => (
          <li key={user.id}>
            <button type="button" class="picked__one" onClick={() => onToggle(user)}>
              <bdi>{user.name}</bdi>
              <Icon name="close" />
              <span class="unseen">{say('dialogs.unpick')}</span>
            </button>
          </li>
        ))}
      </ul>
      <Field
        label={say('dialogs.findPeople')}
        type="search"
        autoFocus
        autoComplete="off"
        value={query.value}
        onText={(text) => (query.value = text)}
      />
      <FormError text={error} />
      <ul class="found">
        {items?.map((user) => (
          <li key={user.id}>
            <button
              type="button"
              class="found__one"
              aria-pressed={picked.some(({ id }) => id === user.id)}
              onClick={() => onToggle(user)}
            >
              <Avatar user={user.id} />
              <span class="found__words">
                <bdi class="found__name">{user.name}</bdi> <PresenceDot user={user.id} />
                <span class="found__note"> {atHandle(user.handle)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {items?.length === 0 && <Empty title={say('dialogs.nobodyFound')} />}
      {more && <p class="found__more">{say('dialogs.more')}</p>}
    </>
  )
}
