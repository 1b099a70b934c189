import type { KeyDelays } from '../load/key-delays.ts'
import type { PageLoad } from '../load/page-load.ts'
import type { PageHolding } from '../load/page-meter.ts'
import type { MainThread } from '../method/main-thread.ts'
import { isNoisy, spread } from '../method/spread.ts'
import type { Spread } from '../method/spread.ts'
import { headline } from '../result/headline.ts'
import type { Findings, Headline, Row, Table } from '../result/findings.ts'
import type { PageRound, WebMeasured } from './web-client.ts'

const KINDS = ['script', 'style', 'layout', 'paint', 'other'] as const satisfies readonly (keyof MainThread)[]
const KIB = 1_024
const KB = 1_000
/** A generator that is late more often than this was not at the rate that is told. */
const LATE_SHARE_MAX = 0.1

/** What the page has cost, as tables and against its targets. */
export function webFindings(found: WebMeasured): Findings {
  const { natter, keys, lateShare, faults } = found
  const noisy = isNoisy(perMessage(natter, 'script'))
  return {
    tables: [loadTable(found), costTable(found), keyTable(found), holdingTable(found)],
    headlines: headlinesOf(found),
    histograms: {
      'keys until their frame, busy room': keys.busy.untilFrame.buckets(),
      'keys until handled, busy room': keys.busy.untilHandled.buckets(),
    },
    warnings: [
      ...(noisy ? ['rounds of scripting differ by more than 10 %, repeat when idle'] : []),
      ...(lateShare > LATE_SHARE_MAX ? ['the host was too loaded to keep the rate'] : []),
    ],
    faults,
  }
}

function headlinesOf({ loads, natter, keys, before, after, perSecond, messages }: WebMeasured): Headline[] {
  const where = `${perSecond} messages/s into a room of ${messages.toLocaleString('en')}`
  return [
    headline(`scripting ms a message, ${where}`, perMessage(natter, 'script'), { must: 2, aim: 1 }),
    headline('p95 ms from a key to its frame meanwhile', keys.busy.untilFrame.quantileMs(0.95), { must: 30, aim: 20 }),
    headline('nodes of the page after ÷ before', after.nodes / before.nodes, { must: 1.05, aim: 1.01 }),
    headline('KB gz of scripts and styles until the room shows', kilobytes(loads.first), { must: 120, aim: 80 }),
  ]
}

function loadTable({ loads }: WebMeasured): Table {
  const row = (name: string, all: readonly PageLoad[]): Row => ({
    name,
    figures: {
      'ms to the room on screen': spread(all.map(({ shownMs }) => shownMs)),
      'KB gz js + css': kilobytes(all),
    },
  })
  return {
    caption: 'From navigation to the room on screen, server warm',
    rows: [row('first visit', loads.first), row('again, cached', loads.again)],
  }
}

function costTable({ natter, bare, rows, perSecond, messages, faults }: WebMeasured): Table {
  const figures = (all: readonly PageRound[]): Row['figures'] => ({
    ...Object.fromEntries(KINDS.map((kind) => [kind, perMessage(all, kind)])),
    all: spread(all.map((round) => KINDS.reduce((sum, kind) => sum + round.did[kind], 0) / round.messages)),
  })
  const ratios = KINDS.map((kind): [string, number] => [
    kind,
    perMessage(natter, kind).median / perMessage(bare, kind).median,
  ])
  return {
    caption: `CPU-ms of the main thread a message, ${perSecond} a second into a room of ${messages.toLocaleString('en')}`,
    rows: [
      { name: 'natter', figures: figures(natter), faults },
      { name: `bare page, ${rows} rows`, figures: figures(bare) },
      { name: 'ratio', figures: Object.fromEntries(ratios) },
    ],
  }
}

function keyTable({ keys, perSecond }: WebMeasured): Table {
  const row = (name: string, { untilHandled, untilFrame, lost }: KeyDelays): Row => ({
    name,
    figures: {
      'p50 handled': untilHandled.quantileMs(0.5),
      'p95 handled': untilHandled.quantileMs(0.95),
      'p50 frame': untilFrame.quantileMs(0.5),
      'p95 frame': untilFrame.quantileMs(0.95),
      'max frame': untilFrame.quantileMs(1),
      keys: untilFrame.count,
      'lost keys': lost,
    },
  })
  return {
    caption: 'ms from a key to its first handler, and to the end of the frame after its handlers',
    rows: [
      row('natter, nobody talks', keys.quiet),
      row(`natter, ${perSecond} messages/s`, keys.busy),
      row(`bare page, ${perSecond} messages/s`, keys.bare),
    ],
  }
}

function holdingTable({ before, after, natter }: WebMeasured): Table {
  const row = (name: string, { nodes, elements, heapBytes }: PageHolding): Row => ({
    name,
    figures: { nodes, elements, 'heap KiB': Math.round(heapBytes / KIB) },
  })
  const said = natter.reduce((sum, { messages }) => sum + messages, 0)
  return {
    caption: 'What the page holds, all garbage collected',
    rows: [row('after the warm-up', before), row(`${said.toLocaleString('en')} messages later`, after)],
  }
}

function perMessage(rounds: readonly PageRound[], kind: keyof MainThread): Spread {
  return spread(rounds.map(({ did, messages }) => did[kind] / messages))
}

function kilobytes(loads: readonly PageLoad[]): number {
  return Math.max(...loads.map(({ gzBytes }) => gzBytes)) / KB
}
