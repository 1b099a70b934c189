import type { DatabaseSync } from 'node:sqlite'
import { StoreFault } from '../../ports/store-fault.ts'

/** "Ntr1" in the file's header, by which `file` and we know our databases. */
const APPLICATION_ID = 0x4e747231

/**
 * Brings a database to the newest schema, one transaction a step, so that an interrupted step leaves the one before.
 * Throws a `StoreFault` where the file is no database of ours, or of a newer Natter.
 */
export function migrate(database: DatabaseSync, migrations: readonly string[]): void {
  const present = schemaOf(database)
  if (present > migrations.length) {
    throw new StoreFault(
      'unavailable',
      `The database ${database.location()} has schema ${present}, newer than the ${migrations.length} this Natter knows. Run the newer Natter, or restore a backup from before the update.`,
    )
  }
  for (const [index, sql] of migrations.entries()) {
    if (index >= present) runStep(database, sql, index + 1)
  }
}

function schemaOf(database: DatabaseSync): number {
  const applicationId = pragma(database, 'application_id')
  if (applicationId === APPLICATION_ID) return pragma(database, 'user_version')
  const isEmpty = pragma(database, 'schema_version') === 0
  if (isEmpty && applicationId === 0) return 0
  throw new StoreFault(
    'unavailable',
    `${database.location()} is a database, but none of Natter's. Choose another data folder.`,
  )
}

function runStep(database: DatabaseSync, sql: string, version: number): void {
  database.exec('begin immediate')
  try {
    database.exec(sql)
    database.exec(`pragma application_id = ${APPLICATION_ID}; pragma user_version = ${version}; commit`)
  } catch (error) {
    if (database.isTransaction) database.exec('rollback')
    throw error
  }
}

function pragma(database: DatabaseSync, name: string): number {
  const row = database.prepare(`pragma ${name}`, { returnArrays: true }).get() as unknown as [number] | undefined
  return row?.[0] ?? 0
}
