import { BlockList, isIP } from 'node:net'
import { codePointLength } from '@natter/protocol'
import type { Malformed } from './option.ts'

type Read<T> = (text: string) => { value: T } | Malformed

export function wholeNumber(min: number, max: number): Read<number> {
  return (text) => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : -1
    return value >= min && value <= max ? { value } : { must: `must be a whole number from ${min} to ${max}` }
  }
}

export function oneOf<const Choice extends string>(...choices: Choice[]): Read<Choice> {
  return (text) => {
    const value = choices.find((choice) => choice === text)
    return value === undefined ? { must: `must be one of ${choices.join(', ')}` } : { value }
  }
}

/** Text on one line. */
export function line(charactersMax: number): Read<string> {
  return (text) => {
    const value = text.trim()
    const isGood = value !== '' && codePointLength(value) <= charactersMax && !/\p{Cc}/u.test(value)
    return isGood ? { value } : { must: `must be one line of 1 to ${charactersMax} characters` }
  }
}

/** A list with commas; white space around its parts does not count, nor do empty parts. */
export function list<T>(read: Read<T>): Read<T[]> {
  return (text) => {
    const values: T[] = []
    for (const part of text.split(',').map((each) => each.trim())) {
      if (part === '') continue
      const found = read(part)
      if ('must' in found) return found
      values.push(found.value)
    }
    return { value: values }
  }
}

/** `https://chat.example`: scheme, host and at most a port, as browsers write it in `Origin`. */
export function origin(text: string): { value: string } | Malformed {
  const url = URL.parse(text)
  const isOrigin =
    url !== null && ['http:', 'https:'].includes(url.protocol) && `${url.origin}/` === url.href && !text.includes('?')
  return isOrigin ? { value: url.origin } : { must: 'must be an origin like https://chat.example, without a path' }
}

/** An address, or a network like `10.0.0.0/8`. */
export function network(text: string): { value: string } | Malformed {
  const malformed = { must: 'must be addresses or networks like 127.0.0.1 or 10.0.0.0/8, with commas between them' }
  const [address = '', prefix, ...more] = text.split('/')
  const family = isIP(address)
  if (family === 0 || more.length > 0) return malformed
  if (prefix === undefined) return { value: text }
  if (!/^\d{1,3}$/.test(prefix) || Number(prefix) > (family === 6 ? 128 : 32)) return malformed
  new BlockList().addSubnet(address, Number(prefix), family === 6 ? 'ipv6' : 'ipv4')
  return { value: text }
}

/** A name or address to listen on. */
export function host(text: string): { value: string } | Malformed {
  const isName = /^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/.test(text)
  return isName || isIP(text) !== 0 ? { value: text } : { must: 'must be a host name or an address like 127.0.0.1' }
}

/** Where the log is kept: a file in the data folder, or this process alone. */
export function database(text: string): { value: 'sqlite:' | 'memory:' } | Malformed {
  if (text === 'sqlite:' || text === 'memory:') return { value: text }
  return /^postgres(ql)?:/.test(text)
    ? { must: 'must start with "sqlite:", since this build has no adapter for Postgres yet' }
    : { must: 'must be "sqlite:" or "memory:"' }
}

/** How nodes tell each other; one node alone needs nothing. */
export function bus(text: string): { value: 'process:' } | Malformed {
  if (text === 'process:') return { value: 'process:' }
  return /^(rediss?|valkeys?|postgres(ql)?|nats):/.test(text)
    ? { must: 'must be "process:" or left out, since this build has no adapter for other nodes yet' }
    : { must: 'must be "process:" or left out' }
}
