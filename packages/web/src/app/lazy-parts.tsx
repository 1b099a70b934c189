import { lazy } from './lazy.tsx'

// What is not there to begin with: each comes in a file of its own.

export const SWITCHER = lazy(async () => (await import('../switcher/switcher.tsx')).Switcher)
export const SHEET = lazy(async () => (await import('../keys/shortcut-sheet.tsx')).ShortcutSheet)
export const SETTINGS = lazy(async () => (await import('../settings/settings.tsx')).Settings)
export const PROFILE_CARD = lazy(async () => (await import('../profile/profile-card.tsx')).ProfileCard)
export const FIRST_STEPS = lazy(async () => (await import('../first/first-steps.tsx')).FirstSteps)
