/** The part of JSON Schema that the contract is described with. */
export interface Schema {
  $ref?: string
  type?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  pattern?: string
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  items?: Schema | boolean
  prefixItems?: Schema[]
  minItems?: number
  maxItems?: number
  properties?: Record<string, Schema>
  required?: string[]
  propertyNames?: Schema
  additionalProperties?: Schema | boolean
}

const UNDERSTOOD = new Set([
  '$ref',
  'type',
  'const',
  'enum',
  'anyOf',
  'oneOf',
  'allOf',
  'pattern',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'items',
  'prefixItems',
  'minItems',
  'maxItems',
  'properties',
  'required',
  'propertyNames',
  'additionalProperties',
  'format',
])

/** Whether a value is as a schema says: a second opinion, with nothing in common with the library that wrote the schema. */
export function conforms(value: unknown, schema: Schema, definitions: Record<string, Schema>): boolean {
  for (const keyword of Object.keys(schema))
    if (!UNDERSTOOD.has(keyword)) throw new Error(`"${keyword}" is not understood.`)
  const fits = (item: unknown, inner: Schema): boolean => conforms(item, inner, definitions)
  if (schema.$ref !== undefined) {
    const target = definitions[schema.$ref.replace('#/$defs/', '')]
    if (target === undefined || !fits(value, target)) return false
  }
  if (schema.const !== undefined && value !== schema.const) return false
  if (schema.enum !== undefined && !schema.enum.includes(value)) return false
  if (schema.anyOf !== undefined && !schema.anyOf.some((each) => fits(value, each))) return false
  if (schema.oneOf !== undefined && schema.oneOf.filter((each) => fits(value, each)).length !== 1) return false
  if (schema.allOf !== undefined && !schema.allOf.every((each) => fits(value, each))) return false
  return isOfType(value, schema.type) && hasItsBounds(value, schema, fits)
}

function isOfType(value: unknown, type: string | undefined): boolean {
  if (type === undefined) return true
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'null') return value === null
  if (type === 'array') return Array.isArray(value)
  return typeof value === type && value !== null && !Array.isArray(value)
}

/** Whatever the schema says of strings is for strings alone, and so on. */
function hasItsBounds(value: unknown, schema: Schema, fits: Fits): boolean {
  if (typeof value === 'string') return isString(value, schema)
  if (typeof value === 'number') return isWithin(value, schema.minimum, schema.maximum)
  if (Array.isArray(value)) return isList(value, schema, fits)
  return typeof value !== 'object' || value === null || isObject(value, schema, fits)
}

type Fits = (item: unknown, schema: Schema) => boolean

function isString(value: string, { pattern, minLength, maxLength }: Schema): boolean {
  // `v` for the sets of emoji sequences; it takes some characters in classes only escaped.
  if (pattern !== undefined && !new RegExp(pattern, pattern.includes('RGI_Emoji') ? 'v' : 'u').test(value)) return false
  return isWithin(Array.from(value).length, minLength, maxLength)
}

function isList(value: unknown[], schema: Schema, fits: Fits): boolean {
  const { items = true, prefixItems = [] } = schema
  if (!isWithin(value.length, schema.minItems, schema.maxItems)) return false
  return value.every((item, index) => {
    const inner = prefixItems[index] ?? items
    return typeof inner === 'boolean' ? inner : fits(item, inner)
  })
}

function isObject(value: object, schema: Schema, fits: Fits): boolean {
  const { properties = {}, required = [], propertyNames, additionalProperties = true } = schema
  if (!required.every((key) => Object.hasOwn(value, key))) return false
  return Object.entries(value).every(([key, item]) => {
    if (propertyNames !== undefined && !fits(key, propertyNames)) return false
    const inner = Object.hasOwn(properties, key) ? (properties[key] ?? true) : additionalProperties
    return typeof inner === 'boolean' ? inner : fits(item, inner)
  })
}

function isWithin(count: number, least = -Infinity, most = Infinity): boolean {
  return count >= least && count <= most
}
