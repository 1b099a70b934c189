import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'

const TOOL_TIMEOUT_MS = 5 * 60_000
const OUTPUT_CHARACTERS_MAX = 1_000_000

/** Runs a tool of node_modules/.bin under this Node. What it printed is the finding when it does not exit with 0. */
export async function runTool(root: string, tool: string, args: string[]): Promise<string[]> {
  const folder = join(root, 'node_modules', '.bin')
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH ?? ''}`, NO_COLOR: '1' }
  const child = spawn(join(folder, tool), args, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: TOOL_TIMEOUT_MS,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      if (output.length < OUTPUT_CHARACTERS_MAX) output += text
    })
  }
  const { promise, resolve, reject } = Promise.withResolvers<number | null>()
  child.on('error', reject).on('close', resolve)
  const code = await promise
  return code === 0 ? [] : [`${tool} ${args.join(' ')}\n${output.trim()}`]
}
