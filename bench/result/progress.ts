/** Where progress is shown. */
export interface Screen {
  isTerminal: boolean
  columns: number
  write: (text: string) => Promise<void>
}

const ERASE_LINE = '\r\u001b[2K'

/** How far a long run has come: one line that changes on a terminal, a line each elsewhere. */
export class Progress {
  readonly #screen: Screen

  constructor(screen: Screen) {
    this.#screen = screen
  }

  show(text: string): void {
    const { isTerminal, columns } = this.#screen
    // Nothing waits for it: a line that is shown late harms nobody.
    void this.#screen.write(isTerminal ? `${ERASE_LINE}${text.slice(0, columns - 1)}` : `${text}\n`)
  }

  /** Makes room for something else. */
  clear(): void {
    if (this.#screen.isTerminal) void this.#screen.write(ERASE_LINE)
  }
}
