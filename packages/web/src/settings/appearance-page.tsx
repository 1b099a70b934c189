import { DensityChoice, LanguageChoice, NewsChoice, ThemeChoice } from './look-choices.tsx'

/** How the page looks, speaks and sounds on this device. */
export function AppearancePage() {
  return (
    <>
      <ThemeChoice />
      <DensityChoice />
      <LanguageChoice />
      <NewsChoice />
    </>
  )
}
