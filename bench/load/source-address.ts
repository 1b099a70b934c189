/** Well below the ephemeral ports that one address has (28,232 by default), as closed ones rest for a minute. */
const CONNECTIONS_PER_ADDRESS = 5_000
const LAST_ADDRESS = 250

/** The loopback address that connection number `index`, from 0, comes from: all of 127.0.0.0/8 is this machine. */
export function sourceAddress(index: number): string {
  return `127.0.0.${1 + (Math.floor(index / CONNECTIONS_PER_ADDRESS) % LAST_ADDRESS)}`
}
