/**
 * One line of JSON, safe to look at in a terminal: JSON itself escapes C0 controls and half surrogates, this also DEL,
 * C1, line separators and direction overrides. Any JSON parser reads the same value back.
 */
export function jsonLine(value: unknown): string {
  return `${JSON.stringify(value).replace(NOT_FOR_A_TERMINAL, escapeUnit)}\n`
}

const NOT_FOR_A_TERMINAL = /[\x7f-\x9f\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}
