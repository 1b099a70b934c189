import { BlockList, isIP } from 'node:net'

/** How many hops of `X-Forwarded-For` are looked at, from the nearest. */
const HOPS_MAX = 16

/** The network address of a client, seen through proxies that the operator trusts. */
export type ClientAddress = (peer: string | undefined, forwardedFor: string | undefined) => string

/**
 * `trustedProxies`: addresses or networks in CIDR notation, checked by the caller. `X-Forwarded-For` counts only as far as
 * trusted proxies wrote it: read from the right, the first address that is not one of them is the client's.
 */
export function clientAddressBehind(trustedProxies: readonly string[]): ClientAddress {
  const trusted = new BlockList()
  for (const proxy of trustedProxies) {
    const [network = '', prefix] = proxy.split('/')
    const family = isIP(network) === 6 ? 'ipv6' : 'ipv4'
    if (prefix === undefined) trusted.addAddress(network, family)
    else trusted.addSubnet(network, Number(prefix), family)
  }
  const isTrusted = (address: string): boolean => trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
  return (peer, forwardedFor) => {
    let address = plainAddress(peer ?? '') ?? 'unknown'
    if (forwardedFor === undefined || address === 'unknown') return address
    for (const hop of forwardedFor.split(',').slice(-HOPS_MAX).toReversed()) {
      if (!isTrusted(address)) return address
      const before = plainAddress(hop.trim())
      if (before === undefined) return address
      address = before
    }
    return address
  }
}

/** What rates count by: an IPv4 address, or the /64 of an IPv6 one, since a household owns at least that much. */
export function addressKey(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.split('::')
  const first = groupsOf(head)
  const last = tail === undefined ? [] : groupsOf(tail)
  const whole = [...first, ...Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0'), ...last]
  return `${whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

function groupsOf(text: string): string[] {
  return text === '' ? [] : text.split(':')
}

/** Without brackets, port, zone and the IPv6 clothes of an IPv4 address; undefined if it is no address. */
export function plainAddress(text: string): string | undefined {
  const bare = /^\[([^\]]*)\](?::\d+)?$/.exec(text)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(text)?.[1] ?? text
  const [address = ''] = bare.toLowerCase().split('%')
  const inside = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1] ?? address
  return isIP(inside) === 0 ? undefined : inside
}
