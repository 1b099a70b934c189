import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Keeps an HTTP server below so many sockets: beyond them the one that has said nothing for longest goes, so that whoever
 * asks something is answered, however many others only hold the line.
 */
export function capSockets(server: Server, socketsMax: () => number): void {
  /** Have yet to ask for anything, in the order in which they came. */
  const silent = new Set<Socket>()
  let open = 0
  // Not closures of their own: these stay with every socket.
  function onClose(this: Socket): void {
    open--
    silent.delete(this)
  }
  const onAsked = ({ socket }: IncomingMessage): void => void silent.delete(socket)
  server.on('connection', (socket) => {
    open++
    silent.add(socket)
    socket.on('close', onClose)
    if (open <= socketsMax()) return
    server.closeIdleConnections()
    const [oldest = socket] = silent
    oldest.destroy()
  })
  server.prependListener('request', onAsked)
  server.prependListener('upgrade', onAsked)
}
