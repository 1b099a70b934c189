import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { StartError } from './start-error.ts'

/** Begins to listen; resolves with the address that browsers use. Refuses with a sentence when it cannot be had. */
export function listenOn(server: Server, { host, port }: { host: string; port: number }): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new StartError(sentenceFor(error, host, port), { cause: error })),
    )
    server.listen(port, host, () => {
      const { address, port: given, family } = server.address() as AddressInfo
      resolve(`http://${family === 'IPv6' ? `[${address}]` : address}:${given}`)
    })
  })
}

function sentenceFor(error: NodeJS.ErrnoException, host: string, port: number): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is in use already. Stop the other program, or choose another port with --port or NATTER_PORT.`
    case 'EACCES':
      return `Port ${port} needs privileges that this user does not have. Choose one above 1023 with --port or NATTER_PORT.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine has no address ${host}. Choose another with --host or NATTER_HOST.`
    default:
      return `Cannot listen on ${host}:${port}: ${error.message}.`
  }
}
