import type { Translation } from '../catalogue.ts'
import type { text as english } from '../en/text.ts'

export const text: Translation<typeof english> = {}
