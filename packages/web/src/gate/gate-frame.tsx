import type { ComponentChildren } from 'preact'
import './gate.css'

interface GateFrameProps {
  title: string
  lead?: string | undefined
  children: ComponentChildren
}

/** The quiet card that everything before the chat is on. */
export function GateFrame({ title, lead, children }: GateFrameProps) {
  return (
    <main class="gate">
      <div class="gate__card">
        <img class="gate__mark" src="/favicon.svg" alt="" width="44" height="44" />
        <h1 class="gate__title">{title}</h1>
        {lead !== undefined && <p class="gate__lead">{lead}</p>}
        {children}
      </div>
    </main>
  )
}
