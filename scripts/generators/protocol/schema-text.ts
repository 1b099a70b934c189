/** The part of JSON Schema that zod writes for our schemas. */
export type JsonSchema = {
  type?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  additionalProperties?: JsonSchema | boolean
  propertyNames?: JsonSchema
  items?: JsonSchema | boolean
  prefixItems?: JsonSchema[]
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  pattern?: string
}

/** Names for schemas that stand in many places, by their JSON. */
export type SchemaNames = Map<string, string>

/** A schema in one line of a table: `array of room id, at most 20`. */
export function schemaText(schema: JsonSchema, names: SchemaNames): string {
  const name = names.get(keyOf(schema))
  if (name !== undefined) return name
  const inner = (each: JsonSchema): string => schemaText(each, names)
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((each) => JSON.stringify(each)).join(' or ')
  const options = schema.anyOf ?? schema.oneOf
  if (options) return options.map(inner).join(' or ')
  if (schema.prefixItems) return `[${schema.prefixItems.map(inner).join(', ')}]`
  if (schema.type === 'array') return `array of ${itemsText(schema, inner)}${atMost(schema.maxItems)}`
  if (schema.type === 'object') return objectText(schema, names)
  if (schema.type === 'integer') return numberText(schema, 'integer')
  if (schema.type === 'number') return numberText(schema, 'number')
  if (schema.type === 'string') return `string${lengthText(schema)}`
  return schema.type ?? 'anything'
}

/** An integer whose name says that it is a time is called one. */
export function fieldText(name: string, schema: JsonSchema, names: SchemaNames): string {
  const isTime = schema.type === 'integer' && /(^at|At)$/.test(name)
  return isTime ? 'time' : schemaText(schema, names)
}

export function keyOf({ $schema: _, ...schema }: JsonSchema & { $schema?: string }): string {
  return JSON.stringify(schema)
}

function objectText(schema: JsonSchema, names: SchemaNames): string {
  if (!schema.properties) {
    const values =
      typeof schema.additionalProperties === 'object' ? schemaText(schema.additionalProperties, names) : 'anything'
    const keys = schema.propertyNames?.pattern === undefined ? 'string' : schemaText(schema.propertyNames, names)
    return `map of ${keys} to ${values}`
  }
  const fields = Object.entries(schema.properties).map(([name, each]) => {
    const mark = schema.required?.includes(name) === true ? '' : '?'
    return `${name}${mark}: ${fieldText(name, each, names)}`
  })
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`
}

function itemsText(schema: JsonSchema, inner: (each: JsonSchema) => string): string {
  const text = typeof schema.items === 'object' ? inner(schema.items) : 'anything'
  return text.includes(' or ') ? `(${text})` : text
}

function numberText({ minimum, maximum }: JsonSchema, what: string): string {
  const least = minimum === undefined || minimum <= Number.MIN_SAFE_INTEGER ? '' : ` from ${minimum}`
  const most = maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER ? '' : ` to ${maximum}`
  return `${what}${least}${most}`
}

function lengthText({ minLength = 0, maxLength, pattern }: JsonSchema): string {
  const length =
    maxLength === undefined
      ? ''
      : `, ${minLength > 0 ? `${minLength} to ${maxLength}` : `at most ${maxLength}`} characters`
  // Long patterns guard against characters nobody types; the prose says what a name is.
  return pattern !== undefined && pattern.length <= 40 ? `, matching \`${pattern.replaceAll('|', '\\|')}\`` : length
}

function atMost(max: number | undefined): string {
  return max === undefined ? '' : `, at most ${max}`
}
