import { rowAt } from './row-at.ts'

/**
 * Marks the row that was pressed on, until the focus goes to another: whoever clicks on a message and types means the composer.
 * `:focus-visible` does not tell: it fails a row that a click on a quote led to, and comes with the first key after any click.
 */
export function markClicked(box: HTMLElement, signal: AbortSignal): void {
  let clicked: HTMLElement | undefined
  const mark = (row: HTMLElement | undefined): void => {
    delete clicked?.dataset['clicked']
    clicked = row
    if (row) row.dataset['clicked'] = ''
  }
  // Comes just before the focus that it gives.
  box.addEventListener('mousedown', ({ target }) => mark(rowAt(target)), { signal })
  box.addEventListener('focusin', ({ target }) => rowAt(target) !== clicked && mark(undefined), { signal })
}
