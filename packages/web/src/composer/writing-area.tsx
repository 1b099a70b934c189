import { effect } from '@preact/signals'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { onPaste } from './paste/on-paste.ts'
import { fitHeight } from './fit-height.ts'
import { onBlockEnter, onWritingKey } from './on-writing-key.ts'
import { onSuggestionKey } from './suggest/on-suggestion-key.ts'
import { isOfComposition } from './send-key.ts'
import { SuggestionList } from './suggest/suggestion-list.tsx'
import type { Writing } from './writing.ts'
import './writing-area.css'

interface WritingAreaProps {
  writing: Writing
  label: string
  id?: string
  placeholder?: string
  /** Keys of the place it stands in, asked before the common ones. Whether the key was one of them. */
  onOwnKey?: (event: KeyboardEvent) => boolean
  onBlur?: () => void
}

/**
 * Where one writes: it grows with the text, suggests names, and knows the keys of writing. It stays a text box in the eyes of
 * screen readers, since no other role fits one of several lines; how many suggestions there are is told politely.
 */
export function WritingArea({ writing, label, id, placeholder, onOwnKey, onBlur }: WritingAreaProps) {
  const app = useApp()
  const area = useRef<HTMLTextAreaElement>(null)
  const listId = useId()
  const shown = writing.suggesting.shown.value
  // By hand, so that a keystroke draws nothing: the browser has drawn it already.
  useLayoutEffect(() => {
    const element = area.current
    if (!element) return undefined
    writing.area = element
    const stop = effect(() => {
      if (element.value !== writing.text.value) element.value = writing.text.value
      fitHeight(element)
    })
    return () => {
      stop()
      writing.suggesting.close()
      writing.area = null
    }
  }, [writing])

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isOfComposition(event)) return
    if (!onSuggestionKey(event, writing) && !onOwnKey?.(event) && !onWritingKey(event, app, writing)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div class="writing">
      <SuggestionList writing={writing} id={listId} />
      <textarea
        ref={area}
        id={id}
        class="writing__text"
        rows={1}
        dir="auto"
        aria-label={label}
        placeholder={placeholder}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={shown && listId}
        aria-activedescendant={shown && `${listId}-${shown.active}`}
        onInput={(event) => writing.typed(event.isComposing)}
        onCompositionEnd={() => writing.typed(false)}
        onKeyDown={onKeyDown}
        onBeforeInput={(event) => onBlockEnter(event, writing)}
        onKeyUp={({ key }) => MOVING.has(key) && writing.moved()}
        onClick={() => writing.moved()}
        onPaste={(event) => onPaste(event, writing)}
        onBlur={() => {
          writing.suggesting.close()
          onBlur?.()
        }}
      />
    </div>
  )
}

const MOVING = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End'])
