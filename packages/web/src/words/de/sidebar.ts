import type { Translation } from '../catalogue.ts'
import type { sidebar as english } from '../en/sidebar.ts'

export const sidebar: Translation<typeof english> = {
  'sidebar.rooms': 'Räume',
  'sidebar.newMessages': { one: '{count} neue Nachricht', other: '{count} neue Nachrichten' },
}
