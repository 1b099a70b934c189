import type { ComponentChildren } from 'preact'
import './empty.css'

/** What a list says when there is nothing in it, and what one can do about it. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="empty__title">{title}</p>
      {children}
    </div>
  )
}
