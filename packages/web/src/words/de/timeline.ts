import type { Translation } from '../catalogue.ts'
import type { timeline as english } from '../en/timeline.ts'

export const timeline: Translation<typeof english> = {}
