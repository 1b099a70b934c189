import { useId } from 'preact/hooks'
import './choice.css'

interface ToggleProps {
  label: string
  hint?: string
  isOn: boolean
  onTurn: (isOn: boolean) => void
}

/** On or off. */
export function Toggle({ label, hint, isOn, onTurn }: ToggleProps) {
  const id = useId()
  return (
    <label class="choice__one">
      <input
        type="checkbox"
        checked={isOn}
        aria-describedby={hint === undefined ? undefined : id}
        onChange={(event) => onTurn(event.currentTarget.checked)}
      />
      <span>
        {label}
        {hint !== undefined && (
          <span id={id} class="choice__hint">
            {hint}
          </span>
        )}
      </span>
    </label>
  )
}
