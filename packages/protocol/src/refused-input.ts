import { refuse } from './errors.ts'
import type { Refusal } from './errors.ts'
import { fieldName } from './field-name.ts'

/** What a schema library says of one trouble; the shape of zod's issues. */
export interface InputIssue {
  readonly path: PropertyKey[]
  readonly message: string
  readonly code?: string | undefined
}

/** Turns a schema's complaints into `bad_request` about the first one: one sentence, and where. Shared by every road in. */
export function refusedInput(issues: readonly InputIssue[]): Refusal {
  const [first] = issues
  if (first === undefined) return refuse('bad_request', 'The input is not valid.')
  const details: Details = first
  const unknownKey = first.code === 'unrecognized_keys' ? details.keys?.[0] : undefined
  const field = fieldName(unknownKey === undefined ? first.path : [...first.path, unknownKey])
  const subject = field === '' ? 'The input' : `"${field}"`
  return refuse('bad_request', `${subject} ${predicateOf(details)}.`, field === '' ? {} : { field })
}

/** The parts of zod's issues that the sentences use. */
interface Details extends InputIssue {
  readonly expected?: string
  readonly origin?: string
  readonly minimum?: number | bigint
  readonly maximum?: number | bigint
  readonly values?: readonly unknown[]
  readonly keys?: readonly string[]
  readonly issues?: readonly InputIssue[]
}

function predicateOf(issue: Details): string {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue)
    case 'too_small':
      return `must ${beOrHave(issue.origin)} at least ${issue.minimum}${unitOf(issue.origin, issue.minimum)}`
    case 'too_big':
      return `must ${beOrHave(issue.origin)} at most ${issue.maximum}${unitOf(issue.origin, issue.maximum)}`
    case 'invalid_value':
      return `must be ${(issue.values ?? []).map((value) => JSON.stringify(value)).join(' or ')}`
    case 'unrecognized_keys':
      return 'is not known here'
    case 'invalid_key':
      return `is not a good key: it ${issue.issues?.[0]?.message ?? 'is not allowed'}`
    default:
      return withoutStop(issue.message)
  }
}

function wrongType({ expected = '', message }: Details): string {
  // Zod's issues do not hold what came instead, only its words do.
  const received = /received (\w+)/.exec(message)?.[1]
  if (received === 'undefined') return 'is missing'
  const got = received === undefined ? '' : `, got ${TYPE_WORDS[received] ?? 'something else'}`
  const wanted = TYPE_WORDS[expected] ?? expected
  return wanted === TYPE_WORDS['int'] && received === 'number' ? 'must be a whole number' : `must be ${wanted}${got}`
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
}

function beOrHave(origin: string | undefined): string {
  return origin !== undefined && Object.hasOwn(UNITS, origin) ? 'have' : 'be'
}

const UNITS: Readonly<Record<string, string>> = { string: 'character', array: 'item', set: 'item' }

function unitOf(origin: string | undefined, count: number | bigint | undefined): string {
  if (origin === undefined || !Object.hasOwn(UNITS, origin)) return ''
  return Number(count) === 1 ? ` ${UNITS[origin]}` : ` ${UNITS[origin]}s`
}

function withoutStop(message: string): string {
  return message.replace(/\.$/, '')
}
