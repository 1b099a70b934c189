/** Structured log lines: a sentence and fields. Fields never hold tokens, passwords, codes or message texts. */
export interface Log {
  debug(message: string, fields?: object): void
  info(message: string, fields?: object): void
  warn(message: string, fields?: object): void
  error(message: string, fields?: object): void
}
