import { useApp } from '../app/app-context.ts'
import { DENSITIES, NEWS_WAYS, THEMES } from '../app/looks.ts'
import { Choice } from '../parts/choice.tsx'
import { LANGUAGES } from '../words/languages.ts'
import { say } from '../words/say.ts'

/** Light, dark, high contrast, or as the system has it. */
export function ThemeChoice() {
  const { theme } = useApp().looks
  return (
    <Choice
      title={say('looks.theme')}
      choices={THEMES.map((value) => ({ value, label: say(`looks.theme.${value}`) }))}
      value={theme.chosen.value}
      onChoose={theme.choose}
    />
  )
}

/** How much room a message takes. */
export function DensityChoice() {
  const { density } = useApp().looks
  return (
    <Choice
      title={say('looks.density')}
      choices={DENSITIES.map((value) => ({ value, label: say(`looks.density.${value}`) }))}
      value={density.chosen.value}
      onChoose={density.choose}
    />
  )
}

/** How screen readers hear of new messages. */
export function NewsChoice() {
  const { news } = useApp().looks
  return (
    <Choice
      title={say('looks.news')}
      choices={NEWS_WAYS.map((value) => ({ value, label: say(`looks.news.${value}`) }))}
      value={news.chosen.value}
      onChoose={news.choose}
    />
  )
}

/** The language of the page, each under its own name. */
export function LanguageChoice() {
  const { language, notices } = useApp()
  const offers = LANGUAGES.map(({ tag, name }) => ({ value: tag, label: name }))
  const choose = (tag: string): void => {
    // What fails here is the loading of a file, of which the page knows no more than that.
    language.choose(tag).catch(() => notices.tell(say('looks.language.failed')))
  }
  return (
    <Choice
      title={say('looks.language')}
      choices={[{ value: 'system', label: say('looks.language.system') }, ...offers]}
      value={language.chosen.value}
      onChoose={choose}
    />
  )
}
