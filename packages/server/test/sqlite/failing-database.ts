import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { PrepareOptions, SQLInputValue, StatementSync } from 'node:sqlite'
import { migrate, schemaOf } from '../../src/adapters/sqlite/migrate.ts'
import { MIGRATIONS } from '../../src/adapters/sqlite/migrations/list.ts'

/** How SQLite's errors look: `errcode` is the extended result code. */
interface Failure {
  errcode: number
  /** Whether the commit is done all the same: as when its fsync fails. */
  after: boolean
}

/** A real connection that fails when it is told to, as a disk would. */
export class FailingDatabase extends DatabaseSync {
  /** Commits so far. */
  commits = 0
  #failure: Failure | undefined
  #failingText: string | undefined

  /** The next commit fails. */
  failCommit(failure: Failure): void {
    this.#failure = failure
  }

  /** Rows that hold this text find the disk full. */
  failInsertOf(text: string): void {
    this.#failingText = text
  }

  override prepare(sql: string, options?: PrepareOptions): StatementSync {
    const statement = super.prepare(sql, options)
    const run = statement.run.bind(statement)
    if (sql === 'commit') {
      statement.run = () => {
        this.commits++
        const failure = this.#failure
        this.#failure = undefined
        if (failure === undefined || failure.after) run()
        if (failure !== undefined) throw sqliteError(failure.errcode)
        return { changes: 0, lastInsertRowid: 0 }
      }
    }
    if (sql.startsWith('insert into log')) {
      statement.run = (...values: unknown[]) => {
        const data = values.at(-1)
        const isFull = this.#failingText !== undefined && typeof data === 'string' && data.includes(this.#failingText)
        if (isFull) throw sqliteError(13)
        return run(...(values as SQLInputValue[]))
      }
    }
    return statement
  }
}

export function connectFailing() {
  const connections: FailingDatabase[] = []
  let isRefusing = false
  return {
    connections,
    refuseConnections: (refusing: boolean) => {
      isRefusing = refusing
    },
    connect: (folder: string): DatabaseSync => {
      if (isRefusing) throw sqliteError(14)
      const database = new FailingDatabase(join(folder, 'natter.db'))
      database.exec('pragma journal_mode = wal')
      migrate(database, MIGRATIONS, schemaOf(database, MIGRATIONS.length))
      connections.push(database)
      return database
    },
  }
}

function sqliteError(errcode: number): Error {
  return Object.assign(new Error('a failure made by the test'), { code: 'ERR_SQLITE_ERROR', errcode })
}
