import type { RoomId } from '@natter/protocol'
import type { FaultKind } from '../plan.ts'
import { NO_BOX } from '../world/device.ts'
import type { Device } from '../world/device.ts'
import type { SimNode } from '../world/node.ts'
import type { Random } from '../world/random.ts'
import type { Road } from '../world/road.ts'
import { calmBus } from '../world/sim-bus.ts'
import { calmStore } from '../world/sim-store.ts'
import type { World } from '../world/world.ts'

/** How long a passing trouble lasts at least and at most, in milliseconds. */
const SPELL = [200, 12_000] as const

const SLOW_FACTOR = 3

type Fault = (world: World, draw: Random) => void

/** What each kind of fault does when it strikes. Kinds that are not here are about the whole run. */
const STRIKES: Partial<Record<FaultKind, Fault>> = {
  linkCut: onLink((link) => link.cut()),
  linkSilent: onLink((link) => {
    link.up.break()
    link.down.break()
  }),
  halfOpen: onLink((link, _, draw) => (draw.chance(0.5) ? link.up : link.down).break()),
  linkStall: onLink((link, world, draw) => {
    const pipe = draw.chance(0.5) ? link.up : link.down
    pipe.hold('stalled')
    spell(world, draw, () => pipe.release('stalled'))
  }),
  slowReader: onLink((link, world, draw) => {
    link.down.limit(draw.between(20, 800))
    // Long enough to fall behind, and now and then to be closed for it.
    world.time.after(SLOW_FACTOR * draw.between(...SPELL), () => link.down.limit(undefined))
  }),
  flood: onLink(({ down }) => down.limit(200)),
  unreachable: onDevice((device, world, draw) => {
    device.network = draw.pick(['down', 'hole'])
    for (const link of device.links) if (draw.chance(0.5)) link.cut()
    spell(world, draw, () => {
      device.network = 'up'
      if (draw.chance(0.5)) device.nudge()
    })
  }),
  webSocketBlocked: onDevice((device, world, draw) => {
    device.box = { webSockets: draw.pick(['refused', 'swallowed']), keepsBack: draw.chance(0.4) }
    for (const link of device.links) if (draw.chance(0.8)) link.cut()
    // Some places are never rid of it.
    if (draw.chance(0.5)) world.time.after(draw.between(20_000, 90_000), () => (device.box = { ...NO_BOX }))
  }),
  nodeKill: onNode((node, world, draw) => endNode(node, world, draw, false)),
  nodeVanish: onNode((node, world, draw) => endNode(node, world, draw, true)),
  nodeDrain: onNode((node, world, draw) => {
    node.drain(draw.between(0, 2_000))
    world.time.after(draw.between(1_100, 4_000), () => node.start())
  }),
  busDrop: weather('bus', (world, draw) => (world.bus.weather.drop = draw.pick([0.05, 0.3, 1]))),
  busDouble: weather('bus', (world) => (world.bus.weather.double = 0.3)),
  busDelay: weather('bus', (world, draw) => {
    world.bus.weather.late = 0.4
    world.bus.weather.lateMs = draw.pick([20, 400, 5_000])
  }),
  busPart: onNode((node, world, draw) => {
    world.bus.weather.parted.add(node.name)
    spell(world, draw, () => world.bus.weather.parted.delete(node.name))
  }),
  storeStall: weather('store', (world, draw) => {
    world.store.weather.stall = draw.pick([0.05, 0.5])
    world.store.weather.stallMs = draw.pick([50, 2_000, 20_000])
  }),
  storeRefuse: weather('store', (world, draw) => (world.store.weather.refuse = draw.pick([0.1, 0.6]))),
  storeLoseReply: weather('store', (world, draw) => (world.store.weather.loseReply = draw.pick([0.1, 0.6]))),
  rollback: (world, draw) => rollBack(world, draw, true),
  rollbackSilent: (world, draw) => rollBack(world, draw, false),
  sleep: onDevice((device, world, draw) => {
    device.sleep()
    if (draw.chance(0.3)) for (const link of device.links) link.cut()
    world.time.after(draw.pick([1_000, 10_000, 60_000]), () => device.wake())
  }),
  clockJump: onDevice((device, _, draw) => {
    device.skewMs += draw.pick([-3_600_000, -10_000, 10_000, 3_600_000])
  }),
  reload: onDevice((device) => !device.isAsleep && device.reload()),
}

/** Lets one fault of the plan strike. */
export function strike(world: World, draw: Random): void {
  const kinds = world.plan.drawn.filter((each) => STRIKES[each] !== undefined)
  if (kinds.length === 0) return
  const kind = draw.pick(kinds)
  if (!world.plan.faults.has(kind)) return
  world.trace(`TROUBLE ${kind}`)
  STRIKES[kind]?.(world, draw)
}

/** Everything works again; what was broken for good is found out by those who use it. */
export function calm(world: World): void {
  world.trace('CALM')
  const { bus, store, nodes, devices } = world
  bus.weather = calmBus()
  store.weather = calmStore()
  for (const node of nodes) node.start()
  for (const device of devices) {
    device.network = 'up'
    device.wake()
    for (const { up, down } of device.links) {
      down.limit(undefined)
      for (const pipe of [up, down]) pipe.release('stalled')
    }
  }
}

function onLink(fault: (link: Road, world: World, draw: Random) => void): Fault {
  return (world, draw) => {
    const links = world.devices.flatMap(({ links: all }) => [...all].filter(({ isOver }) => !isOver))
    if (links.length > 0) fault(draw.pick(links), world, draw)
  }
}

function onDevice(fault: (device: Device, world: World, draw: Random) => void): Fault {
  return (world, draw) => fault(draw.pick(world.devices), world, draw)
}

function onNode(fault: (node: SimNode, world: World, draw: Random) => void): Fault {
  return (world, draw) => fault(draw.pick(world.nodes), world, draw)
}

/** Trouble with something that all share; it ends with the next calm, or by itself. */
function weather(of: 'bus' | 'store', change: Fault): Fault {
  return (world, draw) => {
    change(world, draw)
    spell(world, draw, () => {
      if (of === 'store') world.store.weather = calmStore()
      else world.bus.weather = { ...calmBus(), parted: world.bus.weather.parted }
    })
  }
}

function spell(world: World, draw: Random, end: () => void): void {
  world.time.after(draw.between(...SPELL), end)
}

function endNode(node: SimNode, world: World, draw: Random, isSilent: boolean): void {
  node.kill(isSilent)
  world.time.after(draw.between(50, 5_000), () => node.start())
}

/** All nodes end, the store goes back to an earlier moment, and all nodes start again. */
function rollBack(world: World, draw: Random, isNewEpoch: boolean): void {
  const { store, nodes, time, firstMoment } = world
  for (const node of nodes) node.kill(true)
  // What was under way is lost too: what arrives from now on is of the log as it is now.
  for (const { links } of world.devices) for (const link of links) link.cut()
  const moment = draw.between(Math.max(firstMoment, Math.floor(store.moment * 0.7)), store.moment)
  void store.goBackTo(moment, isNewEpoch).then(async () => {
    const heads = await store.truth.heads([...world.rooms])
    const seqs = new Map<RoomId, number>([...world.rooms].map((room) => [room, heads.get(room)?.seq ?? 0]))
    world.restores.push({ t: time.now, heads: seqs, isNewEpoch })
    world.trace(`the store went back to its write ${moment}${isNewEpoch ? ' with a new epoch' : ''}`)
  })
  for (const node of nodes) time.after(draw.between(100, 2_000), () => node.start())
}
