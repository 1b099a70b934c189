import { useLayoutEffect, useRef } from 'preact/hooks'
import { Avatar } from '../../parts/avatar.tsx'
import { Icon } from '../../parts/icon.tsx'
import { say } from '../../words/say.ts'
import type { Writing } from '../writing.ts'
import type { Suggestion } from './suggestion.ts'
import './suggestion-list.css'

/** The suggestions above the text, for which the text area has the keys. */
export function SuggestionList({ writing, id }: { writing: Writing; id: string }) {
  const shown = writing.suggesting.shown.value
  const list = useRef<HTMLUListElement>(null)
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [shown])
  return (
    <>
      <p class="unseen" role="status">
        {shown && say('composer.suggestionCount', { count: shown.items.length })}
      </p>
      {shown && (
        <ul
          ref={list}
          id={id}
          class="suggestions"
          role="listbox"
          aria-label={say('composer.suggestions')}
          tabIndex={-1}
        >
          {shown.items.map((item, index) => (
            <li
              key={item.key}
              id={`${id}-${index}`}
              class="suggestion"
              role="option"
              aria-selected={index === shown.active}
              // The text has the keys, and Tab never leads in here.
              tabIndex={-1}
              data-dim={item.isDim}
              // The focus stays in the text.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => writing.edit(({ text }) => writing.suggesting.choose(text, index))}
            >
              <Sign of={item} />
              <span class="suggestion__words">
                <bdi class="suggestion__label">{item.label}</bdi>{' '}
                {item.note !== '' && <bdi class="suggestion__note">{item.note}</bdi>}
              </span>
              {item.hint !== undefined && <span class="suggestion__hint">{item.hint}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Sign({ of: { sign } }: { of: Suggestion }) {
  if ('user' in sign) return <Avatar user={sign.user} size="small" />
  if ('emoji' in sign) return <span class="suggestion__emoji">{sign.emoji}</span>
  return <Icon name={sign.icon} />
}
