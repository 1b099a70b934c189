import type { Translation } from '../catalogue.ts'
import type { dialogs as english } from '../en/dialogs.ts'

export const dialogs: Translation<typeof english> = {}
