import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { violate } from '../counts.ts'
import type { Counts } from '../counts.ts'
import type { Place } from './place.ts'

/** Has SQLite look at every page and index of the database. */
export function checkFile(place: Place, counts: Counts): void {
  const database = new DatabaseSync(join(place.folder, 'natter.db'), { readOnly: true, timeout: 5_000 })
  try {
    const [row] = database.prepare('pragma integrity_check').all() as { integrity_check: string }[]
    if (row?.integrity_check !== 'ok') violate(counts, `integrity_check says: ${row?.integrity_check}`, 'lost')
  } finally {
    database.close()
  }
}
