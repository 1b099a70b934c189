// First, for it names the order of the style layers.
import '../base/tokens.css'
import '../base/reset.css'
import '../base/contrast.css'
import '../base/density.css'
import { render } from 'preact'
import { LANGUAGES, PSEUDO_LANGUAGES } from '../words/languages.ts'
import { language } from '../words/say.ts'
import { STATES } from './states.tsx'
import './gallery.css'

// `gallery.html?state=room&theme=dark&language=de&density=compact` shows one state on a page of its own; without a state, the list of them.
const query = new URLSearchParams(location.search)
for (const name of ['theme', 'density']) {
  const value = query.get(name)
  if (value !== null) document.documentElement.dataset[name] = value
}
const tag = query.get('language') ?? 'en'
const offer = [...LANGUAGES, ...PSEUDO_LANGUAGES].find((each) => each.tag === tag)
if (offer) language.value = await offer.load()

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
