import { createIdentity, createRates, runCommand } from '@natter/server'
import type { Actor, Identity, Ports } from '@natter/server'
import { base62, isRefusal } from '@natter/protocol'
import type { Command, Room, RoomId } from '@natter/protocol'
import { planStory } from './plan.ts'
import type { Place, Step } from './plan.ts'
import type { Handle, Story } from './story-shape.ts'

/** Who can sign in to the demo; the first is the owner. */
export interface DemoSignIns {
  handles: Handle[]
  /** The same for all of them. */
  password: string
}

/**
 * Plays a story on an empty place, through the same sign-up and the same commands as people use, on a clock that shows
 * the time of each step: what is stored looks as if it had happened then. A step that is refused is a fault and throws.
 */
export async function seedStory(ports: Ports, story: Story, password: string): Promise<DemoSignIns> {
  const now = ports.clock.now()
  const clock = { ...ports.clock, now: () => at }
  let at = now
  const then: Ports = {
    ...ports,
    clock,
    log: SILENT,
    rates: createRates(clock, ports.limits, false),
    ratesEnforced: false,
  }
  const stage: Stage = {
    ports: then,
    identity: createIdentity(then, { signup: 'open' }),
    password,
    actors: new Map(),
    rooms: new Map(),
    seqs: new Map(),
  }
  for (const step of planStory(story, now)) {
    at = step.at
    await play(stage, step)
  }
  at = now
  for (const actor of stage.actors.values()) await stage.identity.signOut(actor)
  return { handles: story.people.map(({ handle }) => handle), password }
}

/** Nobody has signed up but in the story. */
const SILENT: Ports['log'] = { debug: quiet, info: quiet, warn: quiet, error: quiet }

function quiet(): void {}

interface Stage {
  ports: Ports
  identity: Identity
  password: string
  actors: Map<Handle, Actor>
  rooms: Map<string, RoomId>
  /** The seq of each message by its key. */
  seqs: Map<string, number>
}

async function play(stage: Stage, step: Step): Promise<void> {
  if (step.does === 'signUp') return signUp(stage, step.by, step.name)
  if (step.does === 'create') return create(stage, step.by, step.place)
  const answer = await run(stage, step.by, commandOf(stage, step, need(stage.rooms, step.place.key)))
  if (step.does === 'post' && typeof answer.seq === 'number') stage.seqs.set(step.message, answer.seq)
}

async function signUp(stage: Stage, handle: Handle, name: string): Promise<void> {
  const grant = await stage.identity.signUp({ handle, name, password: stage.password }, FROM)
  if (isRefusal(grant)) throw new Error(`${handle} could not sign up: ${grant.refused.message}`)
  stage.actors.set(handle, { user: grant.user, session: grant.session.id })
}

const FROM = { address: '127.0.0.1', device: 'demo' }

async function create(stage: Stage, by: Handle, { key, people, room }: Place): Promise<void> {
  const cid = newCid(stage)
  const others = people.filter((handle) => handle !== by).map((handle) => need(stage.actors, handle).user.id)
  const command: Command =
    room === undefined
      ? { id: 0, type: 'dm.open', cid, users: others }
      : {
          id: 0,
          type: 'room.create',
          cid,
          kind: room.isPrivate === true ? 'private' : 'public',
          name: room.name,
          topic: room.topic,
          ...(room.slug === undefined ? {} : { slug: room.slug }),
        }
  const answer = await run(stage, by, command)
  if (answer.room === undefined) throw new Error(`${key} was made without an answer`)
  stage.rooms.set(key, answer.room.id)
}

type Deed = Exclude<Step, { does: 'signUp' } | { does: 'create' }>

function commandOf(stage: Stage, step: Deed, room: RoomId): Command {
  const common = { id: 0, room, cid: newCid(stage) }
  switch (step.does) {
    case 'join':
      return { ...common, type: 'room.join' }
    case 'invite':
      return { ...common, type: 'room.invite', user: need(stage.actors, step.whom).user.id }
    case 'post': {
      const replyTo = step.answers === undefined ? {} : { replyTo: need(stage.seqs, step.answers) }
      return { ...common, type: 'message.send', text: step.text, ...replyTo }
    }
    case 'edit':
      return { ...common, type: 'message.edit', seq: need(stage.seqs, step.message), text: step.text }
    case 'takeBack':
      return { ...common, type: 'message.delete', seq: need(stage.seqs, step.message) }
    case 'react':
      return { ...common, type: 'reaction.add', seq: need(stage.seqs, step.message), emoji: step.emoji }
    case 'read':
      return { id: 0, type: 'read', room, seq: Number.MAX_SAFE_INTEGER }
  }
}

async function run(stage: Stage, by: Handle, command: Command): Promise<{ seq?: number; room?: Room }> {
  const answer = await runCommand(stage.ports, need(stage.actors, by), command)
  if (isRefusal(answer)) throw new Error(`${by} could not ${command.type}: ${answer.refused.message}`)
  return 'ok' in answer ? answer.ok : {}
}

function newCid(stage: Stage): string {
  return base62(stage.ports.random(CID_LENGTH), CID_LENGTH)
}

const CID_LENGTH = 22

function need<Key, Value>(known: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = known.get(key)
  if (value === undefined) throw new Error(`The story speaks of ${String(key)} before it is there.`)
  return value
}
