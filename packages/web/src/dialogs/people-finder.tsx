import type { User } from '@natter/protocol'
import { useSignal, useSignalEffect } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { Avatar } from '../parts/avatar.tsx'
import { Empty } from '../parts/empty.tsx'
import { Field, FormError } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { PresenceDot } from '../parts/presence-dot.tsx'
import { useFound } from './use-found.ts'
import { walkFound } from './walk-found.ts'
import { atHandle } from '../words/at-handle.ts'
import { say } from '../words/say.ts'
import './found-list.css'

interface PeopleFinderProps {
  picked: readonly User[]
  onToggle: (user: User) => void
}

/** Finds people by name or handle; Enter picks the first, a click picks one, another lets go. */
export function PeopleFinder({ picked, onToggle }: PeopleFinderProps) {
  const { natter, self } = useApp()
  const query = useSignal('')
  const found = useFound(query, async (text) => {
    const { users, more } = await natter.http.findUsers(text)
    return { items: users.filter(({ id }) => id !== self), more }
  })
  // Enter counts for what is typed, also before the answer to it is there.
  const isEntered = useSignal(false)
  const finder = useRef<HTMLDivElement>(null)
  const isPicked = (user: User): boolean => picked.some(({ id }) => id === user.id)
  const toggle = (user: User): void => {
    onToggle(user)
    begin()
  }
  const begin = (): void => {
    query.value = ''
    finder.current?.querySelector('input')?.focus()
  }
  useSignalEffect(() => {
    if (!isEntered.value || found.value.text !== query.value.trim()) return
    isEntered.value = false
    const [first] = found.value.items ?? []
    if (first && isPicked(first)) begin()
    else if (first) toggle(first)
  })
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }): void => {
    walkFound(event)
    if (event.key !== 'Enter' || event.isComposing || !(event.target instanceof HTMLInputElement)) return
    // With nothing typed it is the form's.
    if (query.value.trim() === '') return
    event.preventDefault()
    isEntered.value = true
  }
  const { items, more, error } = found.value
  return (
    <div ref={finder} class="finder" onKeyDown={onKeyDown}>
      <ul class="picked" aria-label={say('dialogs.picked')}>
        {picked.map((user) => (
          <li key={user.id}>
            <button type="button" class="picked__one" onClick={() => toggle(user)}>
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
        onText={(text) => {
          query.value = text
          isEntered.value = false
        }}
      />
      <FormError text={error} />
      <ul class="found">
        {items?.map((user) => (
          <li key={user.id}>
            <button type="button" class="found__one" aria-pressed={isPicked(user)} onClick={() => toggle(user)}>
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
    </div>
  )
}
