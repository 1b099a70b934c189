import type { TextFile } from './check.ts'

/** A fenced ```sh block. `isRun`: an html comment above it says that a check runs it. */
export type ShellBlock = { place: string; script: string; firstLine: number; isRun: boolean }

/** One simple command of such a block. */
export type DocCommand = { place: string; words: string[] }

const DOCUMENTS =
  /^(README|CONTRIBUTING|ARCHITECTURE|SECURITY)\.md$|^docs\/[^/]+\.md$|^(packages\/[^/]+|bench|faults|fuzz|deploy)\/README\.md$/
const BLOCK = /(<!-- run -->\n+)?^```(?:sh|bash|console)\n(.*?)^```/gms

export function isDocument({ path }: TextFile): boolean {
  return DOCUMENTS.test(path)
}

export function readBlocks({ path, text }: TextFile): ShellBlock[] {
  return [...text.matchAll(BLOCK)].map((match) => {
    const [, mark = '', script = ''] = match
    const firstLine = text.slice(0, match.index + mark.length).split('\n').length + 1
    return { place: `${path}:${firstLine}`, script, firstLine, isRun: mark !== '' }
  })
}

/** Splits lines at pipes and `&&`, and drops comments, prompts, settings in front and redirections. */
export function readCommands(file: TextFile): DocCommand[] {
  return readBlocks(file).flatMap(({ script, firstLine }) =>
    script
      .split('\n')
      .flatMap((line, index) =>
        commandsOf(line.replace(/^\s*\$ /, '')).map((words) => ({ place: `${file.path}:${firstLine + index}`, words })),
      ),
  )
}

const TOKEN = /#.*$|\d?[<>]{1,2}(?:&\d)?|\|\||&&|[|;&]|(?:"[^"]*"|'[^']*'|[^\s|;&<>"'])+/g

function commandsOf(line: string): string[][] {
  const commands: string[][] = [[]]
  let isFileNext = false
  for (const token of line.match(TOKEN) ?? []) {
    if (token.startsWith('#')) break
    const isSetting = commands.at(-1)?.length === 0 && /^[A-Z_][A-Z0-9_]*=/.test(token)
    if (/^[|;&]/.test(token)) commands.push([])
    else if (!isSetting && !isFileNext && !/[<>]/.test(token.replace(/["'].*["']/, ''))) commands.at(-1)?.push(token)
    isFileNext = /^\d?[<>]{1,2}$/.test(token)
  }
  return commands.filter((words) => words.length > 0)
}
