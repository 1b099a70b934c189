import type { Bench } from '../bench.ts'
import { sizesOf } from '../bench.ts'
import { seedRooms } from '../load/gather.ts'
import { growRoom } from '../load/grow-rooms.ts'
import { Rig } from '../load/rig.ts'
import { noFaults } from '../method/faults.ts'
import { fitExponent } from '../method/fit-exponent.ts'
import { headline } from '../result/headline.ts'
import type { Findings, Row } from '../result/findings.ts'
import { measurePages, PAGE, PLACES } from './measure-pages.ts'
import type { Pages } from './measure-pages.ts'

const P99_RATIO = 'p99 ratio, largest ÷ smallest'
const ROWS = [10_000, 100_000, 1_000_000]

/** B09: rooms of several sizes in one database, so that the same machine in the same minute reads them all. */
export async function historyPage(bench: Bench): Promise<Findings> {
  const sizes = sizesOf(bench.scale, ROWS, ROWS)
  await using rig = new Rig(bench)
  const rooms = await seedRooms(rig, { rooms: sizes.length, members: 1 })
  for (const [index, { id }] of rooms.entries()) {
    bench.progress(`B09: a room gets ${sizes[index]} messages`)
    growRoom(rig.folder, id, sizes[index] ?? 0)
  }
  const server = await rig.startNatter()
  const pages = await measurePages(bench, rig, { server, rooms, sizes })
  const growth = growthRows(pages)
  const worst = Math.max(...growth.map(({ figures }) => Number(figures[P99_RATIO])))
  const between = `${Math.max(...sizes).toLocaleString('en')} rows ÷ ${Math.min(...sizes).toLocaleString('en')}`
  return {
    headlines: growth.length === 0 ? [] : [headline(`p99 of a history page, ${between}`, worst, { must: 3, aim: 1.3 })],
    tables: [
      { caption: `A page of ${PAGE} messages, one at a time`, rows: pages.map(pageRow) },
      { caption: 'How it grows with the room', rows: growth },
    ],
    histograms: Object.fromEntries(pages.map((each) => [`${each.place} of ${each.rows}`, each.latencies.buckets()])),
    warnings: [],
    faults: { ...noFaults(), lost: pages.reduce((sum, { lost }) => sum + lost, 0) },
  }
}

function pageRow({ rows, place, latencies, firstMs, cpuMicros, bytes, lost }: Pages): Row {
  return {
    name: `${place} of ${rows.toLocaleString('en')}`,
    figures: {
      ...latencies.figures(),
      'first ms': firstMs,
      'CPU-µs/page': cpuMicros / latencies.count,
      'bytes/page': Math.round(bytes / latencies.count),
    },
    faults: { ...noFaults(), lost },
  }
}

/** Of each kind: the exponent of the median, and p99 of the largest room over that of the smallest. */
export function growthRows(pages: readonly Pages[]): Row[] {
  return PLACES.flatMap((place) => {
    const ofKind = pages.filter((each) => each.place === place).toSorted((one, other) => one.rows - other.rows)
    const [smallest, largest] = [ofKind[0], ofKind.at(-1)]
    if (smallest === undefined || largest === undefined || smallest === largest) return []
    const points = ofKind.map(({ rows, latencies }) => ({ size: rows, cost: latencies.quantileMs(0.5) }))
    const figures = {
      'exponent of p50': fitExponent(points),
      [P99_RATIO]: largest.latencies.quantileMs(0.99) / smallest.latencies.quantileMs(0.99),
    }
    return [{ name: place, figures }]
  })
}
