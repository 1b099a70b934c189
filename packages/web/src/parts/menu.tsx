import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import { menuStep, placeMenu } from './menu-place.ts'
import type { Place } from './menu-place.ts'
import { usePopover } from './use-popover.ts'
import './menu.css'

/** A line of a menu. `isChecked` makes it one that is on or off. */
export interface MenuItem {
  label: string
  icon?: IconName
  isChecked?: boolean
  isDanger?: boolean
  onChoose: () => void
}

interface MenuProps {
  label: string
  /** Groups of lines, with a rule between them. */
  groups: readonly (readonly MenuItem[])[]
  at: Place
  onClose: () => void
  /** Stands above the lines. */
  children?: ComponentChildren
}

/** What can be done with something, beside where it was asked for; a sheet at the foot of a phone. */
export function Menu({ label, groups, at, onClose, children }: MenuProps) {
  const { ref, giveBack } = usePopover<HTMLDivElement>(onClose, (menu) => {
    placeMenu(menu, at)
    menu.querySelector<HTMLElement>('.menu__item')?.focus()
  })
  const heading = useId()
  const choose = (item: MenuItem) => () => {
    giveBack()
    onClose()
    item.onChoose()
  }
  return (
    <div
      ref={ref}
      class="menu"
      popover="manual"
      role="menu"
      aria-labelledby={heading}
      onKeyDown={menuStep}
      onToggle={(event) => event.newState === 'closed' && ref.current && onClose()}
    >
      <p id={heading} class="menu__label">
        <bdi>{label}</bdi>
      </p>
      {children}
      {groups
        .filter((items) => items.length > 0)
        .map((items, index) => (
          <div key={index} class="menu__group" role="group">
            {items.map((item) => (
              <button
                key={item.label}
                type="button"
                class="menu__item"
                data-danger={item.isDanger}
                tabIndex={-1}
                role={item.isChecked === undefined ? 'menuitem' : 'menuitemcheckbox'}
                aria-checked={item.isChecked}
                onClick={choose(item)}
              >
                {item.icon && <Icon name={item.icon} />}
                <span class="menu__words" dir="auto">
                  {item.label}
                </span>
                {item.isChecked === true && <Icon name="check" />}
              </button>
            ))}
          </div>
        ))}
    </div>
  )
}
