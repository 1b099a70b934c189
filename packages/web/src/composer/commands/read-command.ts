/** What somebody is about to send. */
export type Said = { kind: 'text'; text: string } | { kind: 'command'; name: string; rest: string }

const COMMAND = /^\/([a-z]+)(?:\s+([^]*))?$/i

/** Tells commands from messages. `//` begins a message with a slash; a path like `/usr/bin` is a message as well. */
export function readCommand(text: string): Said {
  const trimmed = text.trim()
  if (trimmed.startsWith('//')) return { kind: 'text', text: trimmed.slice(1) }
  const found = COMMAND.exec(trimmed)
  if (!found) return { kind: 'text', text: trimmed }
  return { kind: 'command', name: (found[1] ?? '').toLowerCase(), rest: found[2]?.trim() ?? '' }
}
