import type { Translation } from '../catalogue.ts'
import type { gate as english } from '../en/gate.ts'

export const gate: Translation<typeof english> = {}
