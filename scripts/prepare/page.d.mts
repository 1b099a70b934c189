export function ensurePage(root: string, node: string): void
export function hashSources(root: string): string
