import { useSignal } from '@preact/signals'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { useModal } from '../parts/use-modal.ts'
import { say } from '../words/say.ts'
import { Answer } from './answer.tsx'
import type { Candidate } from './candidates.ts'
import { goTo } from './go-to.ts'
import { chosenAt, stepAnswer } from './step-answer.ts'
import { useAnswers } from './use-answers.ts'
import './switcher.css'

/** The quickest way anywhere: a few letters of a room, a person or a command, and Enter. */
export function Switcher({ onClose }: { onClose: () => void }) {
  const app = useApp()
  const modal = useModal(onClose)
  const id = useId()
  const list = useRef<HTMLUListElement>(null)
  const typed = useSignal('')
  const chosen = useSignal<string | undefined>(undefined)
  const { answers, error } = useAnswers(typed).value
  const active = chosenAt(answers, chosen.value)
  useLayoutEffect(() => list.current?.children[active]?.scrollIntoView({ block: 'nearest' }), [active, answers])
  const choose = (candidate: Candidate | undefined): void => {
    if (!candidate) return
    onClose()
    void goTo(app, candidate)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return
    const to = stepAnswer(event.key, active, answers.length)
    if (app.keys.pressed('global', event) === 'switcher') onClose()
    else if (event.key === 'Enter') choose(answers[active])
    else if (to !== undefined) chosen.value = answers[to]?.key
    else return
    event.preventDefault()
  }
  return (
    <dialog {...modal} class="switcher" aria-label={say('switcher.title')}>
      <input
        class="switcher__input"
        type="text"
        role="combobox"
        aria-label={say('switcher.title')}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        aria-autocomplete="list"
        autoFocus
        autoComplete="off"
        spellcheck={false}
        placeholder={say('switcher.placeholder')}
        value={typed.value}
        onInput={(event) => {
          typed.value = event.currentTarget.value
          chosen.value = undefined
        }}
        onKeyDown={onKeyDown}
      />
      <ul ref={list} id={`${id}-list`} class="switcher__list" role="listbox" aria-label={say('switcher.answers')}>
        {answers.map((candidate, index) => (
          // The keyboard acts on it from the field above.
          <li
            key={candidate.key}
            id={`${id}-${index}`}
            class="switcher__one"
            role="option"
            aria-selected={index === active}
            onPointerMove={() => (chosen.value = candidate.key)}
            onClick={() => choose(candidate)}
          >
            <Answer candidate={candidate} />
          </li>
        ))}
      </ul>
      <p class="switcher__none" role="status">
        {error ?? (answers.length === 0 && say('switcher.none'))}
      </p>
      <p class="switcher__hint">{say('switcher.hint')}</p>
    </dialog>
  )
}
