import { readFileSync, writeFileSync } from 'node:fs'

/** Resident memory of a process, in bytes. */
export function residentBytes(pid: number): number {
  return kibibytes(pid, 'VmRSS') * 1_024
}

/** What writing this to `clear_refs` does: forget the peak. */
const FORGET_PEAK = '5'

export function forgetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, FORGET_PEAK)
}

/** The most it ever was, or since the peak was forgotten. */
export function peakResidentBytes(pid: number): number {
  return kibibytes(pid, 'VmHWM') * 1_024
}

function kibibytes(pid: number, field: string): number {
  const found = new RegExp(`${field}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(found?.[1] ?? 0)
}
