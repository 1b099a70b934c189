/** When a local day, as an `<input type="date">` names it, begins: `2026-11-20`. Undefined: that is no day. */
export function dayStart(day: string): number | undefined {
  const at = /^\d{4,6}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00`).getTime() : Number.NaN
  return Number.isNaN(at) ? undefined : at
}
