import type { SettingsPage } from '../app/routes.ts'
import { AboutPage } from './about-page.tsx'
import { AppearancePage } from './appearance-page.tsx'
import { ConnectionPage } from './connection-page.tsx'
import { DevicesPage } from './devices-page.tsx'
import { KeysPage } from './keys-page.tsx'
import { ProfilePage } from './profile-page.tsx'
import { SidebarPage } from './sidebar-page.tsx'
import { WritingPage } from './writing-page.tsx'

/** One page of the settings. */
export function PageBody({ page }: { page: SettingsPage }) {
  switch (page) {
    case 'profile':
      return <ProfilePage />
    case 'appearance':
      return <AppearancePage />
    case 'writing':
      return <WritingPage />
    case 'sidebar':
      return <SidebarPage />
    case 'keys':
      return <KeysPage />
    case 'devices':
      return <DevicesPage />
    case 'connection':
      return <ConnectionPage />
    case 'about':
      return <AboutPage />
  }
}
