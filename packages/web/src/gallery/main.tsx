// First, for it names the order of the style layers.
import '../base/tokens.css'
import '../base/reset.css'
import { render } from 'preact'
import { STATES } from './states.tsx'
import './gallery.css'

// `gallery.html?state=room&theme=dark` shows one state on a page of its own; without a state, the list of them.
const query = new URLSearchParams(location.search)
const theme = query.get('theme')
if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme

const state = STATES[query.get('state') ?? '']
const root = document.getElementById('app')
if (root) render(state ? state() : <StateList />, root)

function StateList() {
  return (
    <ul class="gallery">
      {Object.keys(STATES).map((name) => (
        <li key={name}>
          <a href={`?state=${name}`}>{name}</a>
        </li>
      ))}
    </ul>
  )
}
