import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DATABASE_FILE } from './data-folder.ts'
import { migrate, schemaOf } from './migrate.ts'
import { MIGRATIONS } from './migrations/list.ts'
import { Sql } from './sql.ts'

/** How long a connection waits for another one: for a backup tool, or the reader's last page. */
const BUSY_MS = 5_000
/** How far the write-ahead log grows (32 MiB) before its pages go to their places: longer writes hot pages less often, and stalls longer. */
const CHECKPOINT_PAGES = 8_000
const WRITER_CACHE_KIB = 65_536
const READER_CACHE_KIB = 32_768

/**
 * The connection that writes, to a database of the newest schema. A COMMIT returns after the fsync of the write-ahead log
 * (`synchronous = full`), on macOS after the disk has emptied its cache. Throws a `StoreFault` where the file is not ours
 * or of a newer Natter, and leaves it as it is.
 */
export function connectWriter(folder: string, migrations: readonly string[] = MIGRATIONS): DatabaseSync {
  const database = new DatabaseSync(join(folder, DATABASE_FILE), { timeout: BUSY_MS })
  try {
    const schema = schemaOf(database, migrations.length)
    // Erased means erased: what is deleted is overwritten, not only forgotten.
    database.exec(`
      pragma journal_mode = wal;
      pragma synchronous = full;
      pragma fullfsync = on;
      pragma secure_delete = on;
      pragma wal_autocheckpoint = ${CHECKPOINT_PAGES};
      pragma cache_size = -${WRITER_CACHE_KIB};
      pragma temp_store = memory`)
    migrate(database, migrations, schema)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/**
 * Empties the write-ahead log into the database, so that nothing written later stands behind what a failed fsync may
 * have left out of it. Throws where that fails: then nothing may be written yet.
 */
export function settle(database: DatabaseSync): void {
  const row = database.prepare('pragma wal_checkpoint(truncate)').get() as { busy: number } | undefined
  if (row?.busy !== 0) throw new Error('The write-ahead log is still being read.')
}

/** A connection that cannot write. The writer must have made the database. */
export function connectReader(folder: string): Sql {
  const database = new DatabaseSync(join(folder, DATABASE_FILE), { readOnly: true, timeout: BUSY_MS })
  database.exec(`pragma cache_size = -${READER_CACHE_KIB}; pragma temp_store = memory`)
  return new Sql(database)
}
