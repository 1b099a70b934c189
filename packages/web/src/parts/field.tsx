import type { InputHTMLAttributes } from 'preact'
import { useId } from 'preact/hooks'
import './field.css'

type Rest = Pick<
  InputHTMLAttributes,
  | 'name'
  | 'autoComplete'
  | 'autoCapitalize'
  | 'spellcheck'
  | 'required'
  | 'autoFocus'
  | 'minLength'
  | 'maxLength'
  | 'disabled'
  | 'readOnly'
  | 'onFocus'
>

export type FieldProps = Rest & {
  label: string
  type?: keyof typeof TYPES
  value: string
  onText: (text: string) => void
  hint?: string | undefined
  error?: string | undefined
}

// Apart, since each type has its own attributes in the types of Preact.
const TYPES = { text: { type: 'text' }, password: { type: 'password' }, search: { type: 'search' } } as const

/** A labelled line of text with its hint, and its error right below. */
export function Field({ label, type = 'text', value, onText, hint, error, ...rest }: FieldProps) {
  const id = useId()
  const note = error ?? hint
  return (
    <div class="field">
      <label class="field__label" for={id}>
        {label}
      </label>
      <input
        {...rest}
        {...TYPES[type]}
        id={id}
        class="field__input"
        dir="auto"
        value={value}
        onInput={(event) => onText(event.currentTarget.value)}
        aria-invalid={error !== undefined}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
      />
      {note !== undefined && (
        <p id={`${id}-note`} class={error === undefined ? 'field__note' : 'field__note field__note--error'}>
          {note}
        </p>
      )}
    </div>
  )
}

/** What went wrong with a form as a whole. */
export function FormError({ text }: { text: string | undefined }) {
  return (
    <p class="form-error" role="alert">
      {text}
    </p>
  )
}
