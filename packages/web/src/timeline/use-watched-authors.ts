import type { UserId } from '@natter/protocol'
import { useEffect } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { authorOf } from './timeline-rows.ts'
import type { Row } from './timeline-rows.ts'

/** Watches those whose messages are drawn: the server tells of new names only those who watch somebody. */
export function useWatchedAuthors(rows: readonly Row[]): void {
  const { natter, self } = useApp()
  const authors = [...new Set(rows.flatMap((row) => (row.kind === 'message' ? (authorOf(row.item, self) ?? []) : [])))]
  useEffect(() => {
    const stops = authors.map((id: UserId) => natter.presence(id).subscribe(() => {}))
    return () => stops.forEach((stop) => stop())
    // Equal for the same people in the same order, whatever was drawn of them since.
  }, [authors.join()])
}
