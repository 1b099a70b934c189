import type { Command, CommandType } from '@natter/protocol'
import type { FakeRoom } from '../../packages/client/test/world/fake-room.ts'
import type { Scripted } from '../../packages/client/test/world/fake-server.ts'
import { texts, World } from '../../packages/client/test/world/world.ts'
import type { Person } from '../../packages/client/test/world/world.ts'
import { readCases, readVectors } from '../../packages/protocol/test/read-vectors.ts'
import { createRandom } from '../../sim/world/random.ts'
import type { Random } from '../../sim/world/random.ts'
import { changedText } from '../cases/json-case.ts'

const FRAMES = ['events-room.json', 'events-user.json', 'events-passing.json', 'control.json'].flatMap((file) =>
  readCases(file).accepted.map(({ frame }) => here(JSON.stringify(frame))),
)
const REPLIES = Map.groupBy(
  (readVectors('replies.json') as { accepted: { command: CommandType; frame: { ok: object } }[] }).accepted,
  ({ command }) => command,
)
const CODES = [1000, 1006, 1011, 4000, 4001, 4004, 4007, 4402]
const STEPS = 60
const PAUSE_MS_MAX = 1_500
/** Longer than any backoff. */
const CALM_MS = 90_000
/** In the time of the steps and the calm, at most four a second. */
const COMMANDS_MAX = ((STEPS * PAUSE_MS_MAX + CALM_MS) / 1_000) * 4

interface Scene {
  world: World
  kim: Person
  den: FakeRoom
  random: Random
}

/** The vectors' room and people are those of the scene. */
function here(text: string): string {
  return text
    .replaceAll('rm_den1', 'rm_den0000')
    .replaceAll('us_kim1', 'us_kim0000')
    .replaceAll('us_ada1', 'us_ada0000')
}

/** One real client before a server that says what it should not, until it is calm again. Resolves with what went wrong. */
export async function clientCase(seed: number, index: number): Promise<string[]> {
  const random = createRandom(seed, `client ${index}`)
  const world = new World(random.between(1, 1_000_000))
  const kim = await world.live('kim')
  const den = world.server.addRoom('den', [world.server.addUser('ada'), kim.user])
  const scene = { world, kim, den, random }
  const room = kim.natter.room(den.id)
  kim.natter.ready.catch(() => undefined)
  room.open().catch(() => undefined)
  world.server.script = (command) => hostileAnswer(command, random)
  for (let step = 0; step < STEPS; step++) {
    random.pick(STEPS_TAKEN)(scene)
    await world.time.advance(random.between(0, PAUSE_MS_MAX))
  }
  return whatIsWrong(scene)
}

/** With everything as it should be again, the client has to come to itself. */
async function whatIsWrong({ world, kim, den }: Scene): Promise<string[]> {
  world.server.script = () => undefined
  world.server.cut()
  await world.time.advance(CALM_MS)
  const { state } = kim.natter.connection.value
  if (state === 'stopped') kim.natter.reconnectNow()
  const room = kim.natter.room(den.id)
  quietly(room.open())
  await world.time.advance(CALM_MS)
  // It may have been looking at old pages.
  quietly(room.jumpToLatest())
  await world.time.advance(1_000)
  world.server.post(den, kim.user, 'the end')
  await world.time.advance(5_000)
  const wrong: string[] = []
  if (kim.natter.connection.value.state !== 'live') wrong.push(`The client is ${kim.natter.connection.value.state}.`)
  const shown = texts(kim.natter, den.id)
  if (shown.at(-1) !== 'the end') wrong.push(`The client shows ${JSON.stringify(shown.at(-1))} last.`)
  if (shown.length > 1_100) wrong.push(`The client shows ${shown.length} messages.`)
  const { length } = world.server.commands
  if (length > COMMANDS_MAX) wrong.push(`The client asked ${length} times.`)
  await kim.natter.close()
  return wrong
}

function hostileAnswer({ type }: Command, random: Random): Scripted {
  if (!random.chance(type === 'hello' ? 0.1 : 0.4)) return undefined
  if (random.chance(0.1)) return 'silence'
  const good = REPLIES.get(type)
  if (good === undefined) return undefined
  return readable(changedText(here(JSON.stringify({ ok: random.pick(good).frame.ok })), random))
}

/** What is no JSON any more is said as an answer that makes no sense. */
function readable(text: string): Scripted {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Scripted) : { ok: value }
  } catch {
    return { ok: text }
  }
}

const quietly = (asked: Promise<unknown>): void => void asked.catch(() => undefined)

const STEPS_TAKEN: ((scene: Scene) => void)[] = [
  say,
  say,
  say,
  ({ world, random }) =>
    world.server.cut(random.pick(CODES), random.pick(['', '{"retryInMs":50}', '{"retryInMs":-1}', 'Oh.'])),
  ({ kim }) => void (kim.link().isFrozen = true),
  ({ kim, den }) => void kim.natter.room(den.id).send('words'),
  ({ kim, den, random }) => {
    const room = kim.natter.room(den.id)
    const seq = random.between(1, 20)
    quietly(
      random.pick([
        () => room.loadOlder(),
        () => room.loadNewer(),
        () => room.jumpTo(seq),
        () => room.jumpToLatest(),
        () => room.loadMembers(),
        () => room.whoRead(seq),
        () => room.edit(seq, 'other words'),
        () => room.react(seq, 'x'),
        () => kim.natter.openDm(['us_ada0000']),
        () => kim.natter.createRoom({ kind: 'public', name: 'x' }),
      ])(),
    )
  },
  ({ kim, den, random }) => kim.natter.room(den.id).markRead(random.between(1, 100)),
  ({ world, den, kim }) => void world.server.post(den, kim.user, 'good words'),
]

/** Some frame, good or not; half of them where a row of the room would stand. */
function say({ world, kim, den, random }: Scene): void {
  const text = changedText(random.pick(FRAMES), random)
  if (random.chance(0.5)) return kim.links.at(-1)?.send(text)
  const { seq, ref } = den.append({ type: 'message.unpinned', by: kim.user.id, subject: 1 }, world.time.now)
  kim.links.at(-1)?.send(text.replace('"seq":9', `"seq":${seq}`).replace('"m1Zr"', JSON.stringify(ref)))
}
