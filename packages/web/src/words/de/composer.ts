import type { Translation } from '../catalogue.ts'
import type { composer as english } from '../en/composer.ts'

export const composer: Translation<typeof english> = {}
