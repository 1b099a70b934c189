import {
  announcement,
  catchUp,
  durableEvent,
  fallbackReply,
  member,
  message,
  room,
  sessionInfo,
  user,
  wireError,
} from '@natter/protocol/schemas'
import { ERRORS } from '@natter/protocol'
import { z } from 'zod'
import { ROUTE_GROUPS } from './all-routes.ts'
import type { Route } from './route.ts'
import { version } from '../version.ts'

/** A part of the document; JSON as OpenAPI 3.1 has it. */
export type Schema = Record<string, unknown>

export interface Operation {
  tags: string[]
  summary: string
  security?: Record<string, string[]>[]
  parameters?: { name: string; in: string; required: boolean; schema: Schema }[]
  requestBody?: { required: boolean; content: { 'application/json': { schema: Schema } } }
  responses: Record<string, { description: string; content: Record<string, { schema: Schema }> }>
}

export interface OpenapiDocument {
  openapi: '3.1.0'
  info: { title: string; version: string; description: string }
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema>; securitySchemes: Record<string, Schema> }
}

/** Objects that stand in many answers are described once, under these names. */
const NAMED: Record<string, z.ZodType> = {
  Announcement: announcement,
  CatchUp: catchUp,
  Error: wireError,
  Event: durableEvent,
  HelloReply: fallbackReply,
  Member: member,
  Message: message,
  Room: room,
  Session: sessionInfo,
  User: user,
}

const DESCRIPTION =
  'Everything a socket can do, as plain requests. Bodies are JSON; unknown fields are refused. ' +
  'An error is {"error": {"code", "message", …}}; trying again unchanged can help exactly where it has retryAfterMs.'

/** The API as OpenAPI 3.1, made from the schemas that requests are checked against. */
export function openapiDocument(): OpenapiDocument {
  const describe = createDescriber()
  const paths: OpenapiDocument['paths'] = {}
  for (const [group, routes] of Object.entries(ROUTE_GROUPS)) {
    for (const route of routes) {
      const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
      paths[path] = { ...paths[path], [route.method]: { tags: [group], ...operation(route, describe) } }
    }
  }
  const error = describe(z.object({ error: wireError }), 'input')
  return {
    openapi: '3.1.0',
    info: { title: 'Natter', version, description: DESCRIPTION },
    paths,
    components: {
      schemas: { ...describe.named, ErrorAnswer: error },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'natter', description: 'Over https: __Host-natter.' },
      },
    },
  }
}

/** The document as it is committed and served. */
export async function openapiJson(): Promise<string> {
  return `${JSON.stringify(openapiDocument(), null, 2)}\n`
}

type Describer = ((schema: z.ZodType, io: 'input' | 'output') => Schema) & { named: Record<string, Schema> }

function createDescriber(): Describer {
  const metadata = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(NAMED)) metadata.add(schema, { id })
  const named: Record<string, Schema> = {}
  const describe = (schema: z.ZodType, io: 'input' | 'output'): Schema => {
    const text = JSON.stringify(z.toJSONSchema(schema, { metadata, io }))
    const {
      $schema: _,
      $defs = {},
      ...rest
    } = JSON.parse(text.replaceAll('#/$defs/', '#/components/schemas/')) as Schema
    Object.assign(named, $defs)
    return rest
  }
  return Object.assign(describe, { named })
}

function operation(route: Route, describe: Describer): Omit<Operation, 'tags'> {
  const parameters = [...pathParameters(route), ...queryParameters(route, describe)]
  const body = route.bodyShownAs ?? route.body
  return {
    summary: route.does,
    ...(route.access === 'anybody' ? {} : { security: [{ bearer: [] }, { cookie: [] }] }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: isNeeded(body),
            content: { 'application/json': { schema: describe(body, 'input') } },
          },
        }),
    responses: {
      [route.status ?? 200]:
        route.isStreamed === true
          ? answer('JSON lines, of which this is the first.', describe(route.answer, 'input'), 'application/x-ndjson')
          : answer('Done.', describe(route.answer, 'input')),
      default: answer(`Refused: ${Object.keys(ERRORS).join(', ')}.`, { $ref: '#/components/schemas/ErrorAnswer' }),
    },
  }
}

/** No body counts as an empty object. */
function isNeeded(body: z.ZodType): boolean {
  return !body.safeParse({}).success
}

function answer(description: string, schema: Schema, type = 'application/json'): Operation['responses'][string] {
  return { description, content: { [type]: { schema } } }
}

function pathParameters({ path }: Route): NonNullable<Operation['parameters']> {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: name === 'seq' ? 'integer' : 'string' },
  }))
}

function queryParameters({ query }: Route, describe: Describer): NonNullable<Operation['parameters']> {
  if (query === undefined) return []
  // What comes out of it: numbers, where the query has digits.
  const { properties = {}, required = [] } = describe(query, 'output') as {
    properties?: Record<string, Schema>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
}
