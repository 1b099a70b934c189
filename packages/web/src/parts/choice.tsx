import { useId } from 'preact/hooks'
import './choice.css'

interface ChoiceProps<Value extends string> {
  title: string
  choices: readonly { value: Value; label: string; hint?: string }[]
  value: Value
  onChoose: (value: Value) => void
}

/** One of a few, all in sight. */
export function Choice<Value extends string>({ title, choices, value, onChoose }: ChoiceProps<Value>) {
  const name = useId()
  return (
    <fieldset class="choice">
      <legend class="choice__title">{title}</legend>
      {choices.map((each) => (
        <label key={each.value} class="choice__one">
          <input type="radio" name={name} checked={each.value === value} onChange={() => onChoose(each.value)} />
          <span>
            {each.label}
            {each.hint !== undefined && <span class="choice__hint">{each.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
