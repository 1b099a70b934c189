import type { RoomId, SessionId, UserId, Refusal } from '@natter/protocol'
import type { z } from 'zod'
import type { From } from '../identity/grant.ts'
import type { Identified } from '../identity/identify.ts'
import type { Wire } from '../ports/fallback-roads.ts'
import type { Actor } from '../ports/ports.ts'
import type { HttpDeps } from './http-deps.ts'

/** What a route is, for the server and for the documentation alike. */
export interface RouteShape<Path extends string, Query extends z.ZodType, Body extends z.ZodType> {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  path: Path
  /** One sentence. */
  does: string
  query?: Query
  body?: Body
  /** Where the body says less than is meant. */
  bodyShownAs?: z.ZodType
  /** What a good answer holds. */
  answer: z.ZodType
  /** A good answer is JSON lines, of which `answer` is the first. */
  isStreamed?: true
  /** The status of a good answer. */
  status?: 200 | 201
  /** What one request takes of the user's rate, where it is not 1. */
  cost?: (body: z.output<Body>) => number
}

/** What path parameters mean. `me` is allowed as a user. */
export interface PathParams {
  room: RoomId
  user: UserId
  seq: number
  session: SessionId
  connection: string
}

type ParamNames<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never
type ParamsOf<Path extends string> = Pick<PathParams, ParamNames<Path> & keyof PathParams>

/** A request that has passed every check. */
export interface Call<Params, Query, Body> {
  params: Params
  query: Query
  body: Body
  from: From
  header: (name: string) => string | undefined
}
export interface SignedInCall<Params, Query, Body> extends Call<Params, Query, Body> {
  actor: Actor
  me: Identified
  wire: Wire
}

/** What a route answers. `json` is encoded already, `lines` are JSON that comes bit by bit. `cookies` are `Set-Cookie` values. */
export type HttpReply =
  | { ok: object; status?: 200 | 201 | 503; cookies?: string[] }
  | { json: string }
  | { lines: ReadableStream<Uint8Array> }
  | Refusal

/** A route with its types put away; `access` says who may call. */
export interface Route extends RouteShape<string, z.ZodType, z.ZodType> {
  access: 'anybody' | 'signedIn' | 'admin'
  run: (call: SignedInCall<object, unknown, unknown>, deps: HttpDeps) => Promise<HttpReply>
}

/** A route for strangers too. */
export function openRoute<Path extends string, Query extends z.ZodType, Body extends z.ZodType>(
  shape: RouteShape<Path, Query, Body>,
  run: (call: Call<ParamsOf<Path>, z.output<Query>, z.output<Body>>, deps: HttpDeps) => Promise<HttpReply>,
): Route {
  return { ...shape, access: 'anybody', run } as Route
}

/** A route for whoever is signed in. */
export function signedInRoute<Path extends string, Query extends z.ZodType, Body extends z.ZodType>(
  shape: RouteShape<Path, Query, Body>,
  run: (call: SignedInCall<ParamsOf<Path>, z.output<Query>, z.output<Body>>, deps: HttpDeps) => Promise<HttpReply>,
): Route {
  return { ...shape, access: 'signedIn', run } as Route
}

/** A route for the owner and admins. */
export function adminRoute<Path extends string, Query extends z.ZodType, Body extends z.ZodType>(
  shape: RouteShape<Path, Query, Body>,
  run: (call: SignedInCall<ParamsOf<Path>, z.output<Query>, z.output<Body>>, deps: HttpDeps) => Promise<HttpReply>,
): Route {
  return { ...shape, access: 'admin', run } as Route
}
