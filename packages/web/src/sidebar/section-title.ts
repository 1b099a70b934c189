import { say } from '../words/say.ts'
import type { SidebarSection } from './sidebar-layout.ts'

/** What a section is called. */
export function sectionTitle({ kind, name = '' }: Pick<SidebarSection, 'kind' | 'name'>): string {
  return kind === 'own' ? name : say(`sidebar.${kind}`)
}
