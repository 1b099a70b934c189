import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Node keeps compiled sources here: with it the second start loads in a third of the time. */
const COMPILE_CACHE = fileURLToPath(new URL('../../node_modules/.cache/node-compile', import.meta.url))

/** @type {NodeJS.Signals[]} */
const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Turns this process into another Node program; where the platform cannot, runs it as a child with the same
 * streams, signals and exit code.
 * @param {string} node path of the Node to run
 * @param {string[]} args script and arguments
 */
export function become(node, args) {
  const env = { NODE_COMPILE_CACHE: COMPILE_CACHE, ...process.env }
  if (process.platform !== 'win32' && typeof process.execve === 'function') {
    process.execve(node, [node, ...args], env)
  }
  const child = spawn(node, args, { stdio: 'inherit', env })
  for (const signal of FORWARDED) {
    process.on(signal, () => {
      // A terminal sends ^C to the whole process group: passing it on would say it twice.
      if (signal === 'SIGINT' && process.stdin.isTTY) return
      child.kill(signal)
    })
  }
  child.on('error', (error) => {
    process.stderr.write(`natter: ${node} could not be started: ${error.message}\n`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    for (const name of FORWARDED) process.removeAllListeners(name)
    if (signal) process.kill(process.pid, signal)
    else process.exit(code ?? 1)
  })
}
