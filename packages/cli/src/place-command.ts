import { Command } from 'commander'

/** A command that talks to a place: with the options they all have. */
export function placeCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .option('--json', 'print JSON, one object a line')
    .option('--url <url>', 'the place, where you are signed in at several (default: NATTER_URL, or your last login)')
}

/** Lines to copy, below a command's help, and the lines that it prints with --json. */
export function helpAfter(examples: string[], ...json: string[]): string {
  const shape = `\nWith --json:\n${json.map((line) => `  ${line}\n`).join('')}`
  return `\nExamples:\n${examples.map((line) => `  $ ${line}\n`).join('')}${shape}`
}
