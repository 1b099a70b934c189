import type { Socket } from 'node:net'

/** Resolves when a socket is closed, by whatever end it came to: `once` would reject where that is a reset. */
export function hungUp(socket: Socket): Promise<void> {
  socket.on('error', () => undefined)
  return new Promise((resolve) => void socket.once('close', () => resolve()))
}
