import type { ButtonHTMLAttributes } from 'preact'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import './button.css'

type Rest = Omit<ButtonHTMLAttributes, 'class' | 'icon' | 'label'>

type ButtonProps = Rest & { look?: 'main' | 'plain' | 'danger'; icon?: IconName }

/** A button with words. */
export function Button({ look = 'plain', icon, children, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} class={`button button--${look}`}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

/** A button that is a picture; `label` is its name for ears and for the hovering mouse. */
export function IconButton({ icon, label, ...rest }: Rest & { icon: IconName; label: string }) {
  return (
    <button type="button" {...rest} class="icon-button" aria-label={label} title={label}>
      <Icon name={icon} />
    </button>
  )
}
