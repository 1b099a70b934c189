import { DensityChoice, LanguageChoice, ThemeChoice } from './look-choices.tsx'

/** How the page looks and speaks on this device. */
export function AppearancePage() {
  return (
    <>
      <ThemeChoice />
      <DensityChoice />
      <LanguageChoice />
    </>
  )
}
