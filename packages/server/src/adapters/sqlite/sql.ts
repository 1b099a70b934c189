import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'

declare const shape: unique symbol

/** One SQL statement and the shape of the rows it answers with. */
export interface Query<Row> {
  readonly text: string
  readonly [shape]?: Row
}

/** Every statement of the adapter, so that a test can look at the plans of all of them. */
export const STATEMENTS: string[] = []

/** Names a statement. Call it at the top of a module only. */
export function query<Row = never>(text: string): Query<Row> {
  STATEMENTS.push(text)
  return { text }
}

/** A connection with its prepared statements: each is prepared once, at its first use. */
export class Sql {
  readonly database: DatabaseSync
  readonly #prepared = new Map<Query<unknown>, StatementSync>()

  constructor(database: DatabaseSync) {
    this.database = database
  }

  one<Row>(statement: Query<Row>, ...values: SQLInputValue[]): Row | undefined {
    return this.#prepare(statement).get(...values) as Row | undefined
  }

  all<Row>(statement: Query<Row>, ...values: SQLInputValue[]): Row[] {
    return this.#prepare(statement).all(...values) as Row[]
  }

  /** Returns how many rows changed. */
  run(statement: Query<never>, ...values: SQLInputValue[]): number {
    return Number(this.#prepare(statement).run(...values).changes)
  }

  #prepare(statement: Query<unknown>): StatementSync {
    let prepared = this.#prepared.get(statement)
    if (prepared === undefined) {
      prepared = this.database.prepare(statement.text)
      this.#prepared.set(statement, prepared)
    }
    return prepared
  }
}
