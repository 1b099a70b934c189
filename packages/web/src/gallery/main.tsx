// First, for it names the order of the style layers.
import '../base/tokens.css'
import '../base/reset.css'
import '../base/contrast.css'
import '../base/density.css'
import { showState } from './show-state.tsx'
import './gallery.css'
import './whole-page.ts'

// `gallery.html?state=room&theme=dark&language=de&density=compact` shows one state on a page of its own; without a state, the list of them.
const query = new URLSearchParams(location.search)
const asked = (name: string): string | undefined => query.get(name) ?? undefined
// Tests go from state to state without a new page.
Object.assign(window, { showState })
await showState(asked('state') ?? '', {
  theme: asked('theme'),
  density: asked('density'),
  language: asked('language'),
})
