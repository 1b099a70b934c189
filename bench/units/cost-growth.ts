import { roundSeconds, sizesOf } from '../bench.ts'
import type { Bench } from '../bench.ts'
import { gatherIn, gatherNatter, seedRooms } from '../load/gather.ts'
import type { NatterCrowd } from '../load/gather.ts'
import { growRoom } from '../load/grow-rooms.ts'
import { Rig } from '../load/rig.ts'
import { runClosed } from '../load/run-load.ts'
import type { Cost } from '../load/run-load.ts'
import { addFaults, noFaults } from '../method/faults.ts'
import { fitExponent } from '../method/fit-exponent.ts'
import { spread } from '../method/spread.ts'
import { headline } from '../result/headline.ts'
import { noFindings } from '../result/findings.ts'
import type { Findings, Row } from '../result/findings.ts'
import { joinFindings } from './crowd-tables.ts'
import { costOf } from './cost-rows.ts'
import { growthRows } from './history-page.ts'
import { measurePages } from './measure-pages.ts'
import { judgeNatter, warmUp } from './measure-crowd.ts'

const ROWS = [1_000, 10_000, 100_000]
const ROWS_FULL = [10_000, 100_000, 1_000_000]
const MEMBERS = [10, 100, 1_000]
const SENDERS = 20
const IN_FLIGHT = 16
/** What a growing log may cost, and a growing room. */
const EXPONENT_MAX = { data: 0.1, members: 1.05 }

/** B15: what grows with the data, and what with the people. */
export async function costGrowth(bench: Bench): Promise<Findings> {
  return joinFindings([await overData(bench), await overMembers(bench)])
}

async function overData(bench: Bench): Promise<Findings> {
  const sizes = sizesOf(bench.scale, ROWS, ROWS_FULL)
  await using rig = new Rig(bench)
  const rooms = await seedRooms(rig, { rooms: sizes.length, members: SENDERS })
  for (const [index, { id }] of rooms.entries()) {
    bench.progress(`B15: a room gets ${sizes[index]} messages`)
    growRoom(rig.folder, id, sizes[index] ?? 0)
  }
  const server = await rig.startNatter()
  const pages = await measurePages(bench, rig, { server, rooms, sizes })
  const crowds: NatterCrowd[] = []
  for (const room of rooms) crowds.push(await gatherIn(rig, { server, rooms: [room], shape: { isWatching: false } }))
  const round = { inFlight: SENDERS, senders: SENDERS, seconds: roundSeconds(bench.scale), bench }
  const costs = sizes.map((): Cost[] => [])
  for (let index = 0; index <= bench.scale.rounds; index++) {
    bench.progress(`B15: sends, round ${index} of ${bench.scale.rounds}`)
    for (const [size, { crowd }] of crowds.entries()) {
      const cost = await runClosed(crowd, round)
      // The first is to warm up.
      if (index > 0) costs[size]?.push(cost)
    }
  }
  let faults = { ...noFaults(), lost: pages.reduce((sum, { lost }) => sum + lost, 0) }
  for (const { crowd } of crowds) crowd.disconnect()
  for (const natter of crowds) faults = addFaults(faults, await judgeNatter(rig, natter))
  const medians = costs.map((ofSize) => spread(ofSize.map((cost) => costOf(cost, 'send'))).median)
  const rows: Row[] = [
    ...growthRows(pages).map(({ name, figures }) =>
      grown(`history, ${name}`, Number(figures['exponent of p50']), 'data'),
    ),
    grown('send, CPU', fitExponent(sizes.map((size, index) => ({ size, cost: medians[index] ?? 0 }))), 'data'),
  ]
  const cost = Object.fromEntries(
    sizes.map((size, index) => [`${size.toLocaleString('en')} messages`, medians[index] ?? 0]),
  )
  const worst = Math.max(...rows.map(({ figures }) => Number(figures['exponent'])))
  const bounds = { must: EXPONENT_MAX.data, aim: EXPONENT_MAX.data }
  return {
    ...noFindings(),
    headlines: [headline('exponent of history and sends over the log', worst, bounds)],
    tables: [
      { caption: 'Growth with the messages of the room', rows: rows.map((row) => ({ ...row, faults })) },
      { caption: 'CPU-µs a send, by what is in the room already', rows: [{ name: 'natter', figures: cost }] },
    ],
    faults,
  }
}

async function overMembers(bench: Bench): Promise<Findings> {
  const points: { size: number; cost: number }[] = []
  let faults = noFaults()
  for (const members of bench.scale.sizes === undefined ? MEMBERS : MEMBERS.slice(0, 2)) {
    await using rig = new Rig(bench)
    bench.progress(`B15: a room of ${members} members`)
    const natter = await gatherNatter(rig, { rooms: 1, members, isWatching: true })
    await warmUp(natter.crowd, bench, { senders: 1, inFlight: [IN_FLIGHT] })
    const rounds: Cost[] = []
    const round = { inFlight: IN_FLIGHT, senders: 1, seconds: roundSeconds(bench.scale), bench }
    for (let index = 0; index < bench.scale.rounds; index++) rounds.push(await runClosed(natter.crowd, round))
    points.push({ size: members, cost: spread(rounds.map((cost) => costOf(cost, 'send'))).median })
    faults = addFaults(faults, await judgeNatter(rig, natter))
  }
  const costs = Object.fromEntries(points.map(({ size, cost }) => [`CPU-µs/message, ${size} members`, cost]))
  const row = grown('fan-out, CPU of a message', fitExponent(points), 'members')
  const bounds = { must: EXPONENT_MAX.members, aim: EXPONENT_MAX.members }
  return {
    ...noFindings(),
    headlines: [headline('exponent of a message over the members', row.figures['exponent'] ?? Number.NaN, bounds)],
    tables: [
      {
        caption: 'Growth with the members of the room',
        rows: [{ ...row, figures: { ...row.figures, ...costs }, faults }],
      },
    ],
    faults,
  }
}

function grown(name: string, exponent: number, over: 'data' | 'members'): Row {
  return { name, figures: { exponent, 'at most': EXPONENT_MAX[over] } }
}
