import { useApp } from '../app/app-context.ts'
import { say } from '../words/say.ts'
import { BUNDLED } from './bundled.ts'

/** What this is, and whose work is in it. */
export function AboutPage() {
  const { place } = useApp()
  return (
    <>
      <p>{say('settings.about', { version: place.version })}</p>
      <section class="settings__part">
        <h3>{say('settings.libraries')}</h3>
        <p class="settings__hint">{say('settings.librariesHint')}</p>
        <ul>
          {BUNDLED.map(({ name, licence, by }) => (
            <li key={name} class="settings__row">
              <span class="settings__row-name" translate={false}>
                {name}
              </span>
              <span class="settings__hint" translate={false}>
                {licence}, {by}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
