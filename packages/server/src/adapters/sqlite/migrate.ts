import type { DatabaseSync } from 'node:sqlite'
import { StoreFault } from '../../ports/store-fault.ts'

/** "Ntr1" in the file's header, by which `file` and we know our databases. */
const APPLICATION_ID = 0x4e747231

/** Brings a database from a schema to the newest, one transaction a step, so that an interrupted step leaves the one before. */
export function migrate(database: DatabaseSync, migrations: readonly string[], schema: number): void {
  for (const [index, sql] of migrations.entries()) {
    if (index >= schema) runStep(database, sql, index + 1)
  }
}

/** The schema of a database, 0 of an empty one. Throws a `StoreFault` where it is none of ours, or newer than `newest`. */
export function schemaOf(database: DatabaseSync, newest: number): number {
  const applicationId = pragma(database, 'application_id')
  const schema = pragma(database, 'user_version')
  if (applicationId !== APPLICATION_ID) {
    if (applicationId === 0 && pragma(database, 'schema_version') === 0) return 0
    throw new StoreFault(
      'unavailable',
      `${database.location()} is a database, but none of Natter's. Choose another data folder.`,
    )
  }
  if (schema <= newest) return schema
  throw new StoreFault(
    'unavailable',
    `The database ${database.location()} has schema ${schema}, but this Natter knows schemas up to ${newest}. Run the newer Natter, or restore a backup from before the update.`,
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
