import { readlinkSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { hashPassword, verifyPassword } from './argon2.ts'

/** One password to hash with a nonce, or to compare with a hash. */
export type HashingTask = { password: string } & ({ nonce: Uint8Array } | { encoded: string })

/** A hash, or whether the password is the one; or why neither could be said. */
export type HashingAnswer = { ok: string | boolean } | { failed: string }

if (parentPort === null) throw new Error('This file is the thread that hashes passwords.')
const port = parentPort
letOthersGoFirst()
port.on('message', (task: HashingTask) => port.postMessage(answer(task)))

function answer(task: HashingTask): HashingAnswer {
  try {
    const { password } = task
    return { ok: 'nonce' in task ? hashPassword(password, task.nonce) : verifyPassword(password, task.encoded) }
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) }
  }
}

/** Who chats is not to wait for who signs in, on however few cores. Only Linux gives each thread a priority. */
function letOthersGoFirst(): void {
  if (process.platform !== 'linux') return
  try {
    const [thread] = /\d+$/.exec(readlinkSync('/proc/thread-self')) ?? []
    if (thread !== undefined) setPriority(Number(thread), constants.priority.PRIORITY_LOW)
  } catch {
    // Without /proc passwords are hashed all the same, with the priority of everything else.
  }
}
