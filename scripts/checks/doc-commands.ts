import type { Check, Tree } from './check.ts'
import { askCliFlags } from './cli-flags.ts'
import { isDocument, readCommands } from './shell-blocks.ts'
import type { DocCommand } from './shell-blocks.ts'
import { runBlocks } from './run-blocks.ts'

/** Commands that the documents show exist, with the flags they are shown with; blocks marked to be run succeed. */
export const docCommands: Check = {
  name: 'commands in docs',
  run: (tree) => [...findUnknownCommands(tree, askCliFlags(tree.root)), ...runBlocks(tree)],
}

/** Flags a subcommand of `natter` knows, undefined when there is no such subcommand. */
export type FlagsOf = (subcommand: string) => Set<string> | undefined

const ORDINARY = new Set(['git', 'cd', 'curl', 'echo', 'cat', 'printf', 'jq', 'kill', 'export', 'mkdir', 'docker'])
const NPM_BUILT_IN = new Set(['ci', 'install', 'start', 'test'])

export function findUnknownCommands({ files }: Pick<Tree, 'files'>, flagsOf: FlagsOf): string[] {
  const manifest = files.find(({ path }) => path === 'package.json')
  const scripts = manifest ? (JSON.parse(manifest.text) as { scripts: Record<string, string> }).scripts : {}
  const paths = new Set(files.map(({ path }) => path))
  return files
    .filter(isDocument)
    .flatMap(readCommands)
    .flatMap((command) => {
      const fault = faultOf(command, { scripts, paths, flagsOf })
      return fault === undefined ? [] : [`${command.place} \`${command.words.join(' ')}\`: ${fault}`]
    })
}

type Known = { scripts: Record<string, string>; paths: Set<string>; flagsOf: FlagsOf }

function faultOf({ words }: DocCommand, known: Known): string | undefined {
  const [program = '', ...args] = words
  if (program === 'natter') return faultOfNatter(args, known)
  if (program === 'npm') return faultOfNpm(args, known)
  if (program === 'node' || program === 'bash') {
    const script = args.find((arg) => !arg.startsWith('-')) ?? ''
    return known.paths.has(script) ? undefined : `there is no file ${script}`
  }
  return ORDINARY.has(program) ? undefined : `${program} is not a command that readers can be expected to have`
}

function faultOfNpm(args: string[], known: Known): string | undefined {
  const words = args.filter((arg) => arg !== '--silent' && arg !== '-s')
  const script = words[0] === 'run' ? (words[1] ?? '') : (words[0] ?? '')
  const isBuiltIn = words[0] !== 'run' && NPM_BUILT_IN.has(script)
  if (script === 'ci' || script === 'install') return undefined
  if (!isBuiltIn && words[0] !== 'run') return `npm ${script} is not known here`
  if (known.scripts[script] === undefined) return `package.json has no script "${script}"`
  const after = words.includes('--') ? words.slice(words.indexOf('--') + 1) : []
  if (script === 'natter') return faultOfNatter(after, known)
  return script === 'start' ? faultOfNatter(['serve', ...after], known) : undefined
}

function faultOfNatter([subcommand = '', ...args]: string[], { flagsOf }: Known): string | undefined {
  if (subcommand === '--help' || subcommand === '--version') return undefined
  const flags = flagsOf(subcommand)
  if (!flags) return `natter has no command "${subcommand}"`
  const unknown = args.find((arg) => arg.startsWith('-') && arg !== '-' && !flags.has(arg.split('=', 1)[0] ?? ''))
  return unknown === undefined ? undefined : `natter ${subcommand} has no ${unknown}`
}
