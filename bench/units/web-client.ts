import { sizesOf } from '../bench.ts'
import type { Bench } from '../bench.ts'
import { BarePage } from '../load/bare-page.ts'
import { launchChromium } from '../load/chromium.ts'
import { typeInto, watchKeys } from '../load/key-delays.ts'
import type { KeyDelays } from '../load/key-delays.ts'
import { loadRoom } from '../load/page-load.ts'
import type { PageLoad } from '../load/page-load.ts'
import { PageMeter } from '../load/page-meter.ts'
import type { PageHolding } from '../load/page-meter.ts'
import { Rig } from '../load/rig.ts'
import { faultsOfRows, shownSeqs, untilShown } from '../load/shown-rows.ts'
import { openWebRoom } from '../load/web-room.ts'
import type { WebRoom } from '../load/web-room.ts'
import { addFaults, noFaults } from '../method/faults.ts'
import type { Faults } from '../method/faults.ts'
import type { MainThread } from '../method/main-thread.ts'
import type { Findings } from '../result/findings.ts'
import { measureEach } from './crowd-tables.ts'
import { webFindings } from './web-tables.ts'

const MESSAGES = [10_000]
const PER_SECOND = 50
/** Of what others measure in a step, for pages draw in frames and collect garbage now and then. */
const STRETCHES = 7
const WARM_UP_STRETCHES = 10
const SECONDS_MAX = 60
const ROUNDS_MAX = 3

/** One stretch of messages at one page. */
export interface PageRound {
  messages: number
  did: MainThread
}

export interface WebMeasured {
  messages: number
  perSecond: number
  loads: { first: PageLoad[]; again: PageLoad[] }
  natter: PageRound[]
  bare: PageRound[]
  /** Rows that the bare page keeps: as many as Natter has in the document. */
  rows: number
  before: PageHolding
  after: PageHolding
  keys: { quiet: KeyDelays; busy: KeyDelays; bare: KeyDelays }
  lateShare: number
  faults: Faults
}

/** B20: the page in headless Chromium, in a large room where much is said, beside a page that does nothing but append. */
export async function webClient(bench: Bench): Promise<Findings> {
  return measureEach(sizesOf(bench.scale, MESSAGES, MESSAGES), async (messages) =>
    webFindings(await ofRoom(bench, messages)),
  )
}

async function ofRoom(bench: Bench, messages: number): Promise<WebMeasured> {
  // Not pinned: at this rate the server needs a tenth of a core, and the browser takes what it gets.
  await using rig = new Rig({ ...bench, scale: { ...bench.scale, isPinned: false } })
  const what = `B20, a room of ${messages.toLocaleString('en')}`
  bench.progress(`${what}: it is filled`)
  await using browser = await launchChromium()
  const room = await openWebRoom(bench, rig, { browser, messages })
  const rounds = Math.min(ROUNDS_MAX, bench.scale.rounds)
  bench.progress(`${what}: it is opened`)
  const loads = await openOften(room, rounds)

  const page = await room.context.newPage()
  await watchKeys(page)
  await page.goto(room.url)
  await page.locator('.message').last().waitFor()
  const meter = await PageMeter.of(page)
  const seconds = Math.min(SECONDS_MAX, bench.scale.seconds * STRETCHES)
  const warmUpSeconds = Math.min(SECONDS_MAX, bench.scale.warmUpSeconds * WARM_UP_STRETCHES)
  let late = 0
  let due = 0
  const talk = async (length: number): Promise<number> => {
    const said = await room.talkers.talk(PER_SECOND, length)
    late += said.lateness.late
    due += said.messages
    await untilShown(page, room.talkers.lastSeq)
    return said.messages
  }
  bench.progress(`${what}: warm-up`)
  await talk(warmUpSeconds)
  const rows = (await shownSeqs(page)).length
  await using bare = await BarePage.open(rows)
  const barePage = await browser.newPage()
  await watchKeys(barePage)
  await barePage.goto(bare.url)
  const bareMeter = await PageMeter.of(barePage)
  const talkBare = async (length: number): Promise<number> => {
    const said = await bare.talk(bench, PER_SECOND, length)
    await barePage.getByText(said.last).last().waitFor()
    return said.messages
  }
  await talkBare(warmUpSeconds)

  const before = await meter.holding()
  const measured: { natter: PageRound[]; bare: PageRound[] } = { natter: [], bare: [] }
  for (let round = 1; round <= rounds; round++) {
    bench.progress(`${what}: ${PER_SECOND} messages a second, ${round} of ${rounds}`)
    measured.natter.push(await roundOf(meter, () => talk(seconds)))
    measured.bare.push(await roundOf(bareMeter, () => talkBare(seconds)))
  }
  const after = await meter.holding()
  bench.progress(`${what}: somebody types`)
  const quiet = await typeInto(meter, bench, seconds)
  const [busy] = await Promise.all([typeInto(meter, bench, seconds), talk(seconds)])
  const [bareKeys] = await Promise.all([typeInto(bareMeter, bench, seconds), talkBare(seconds)])
  const faults = faultsOfRows(await shownSeqs(page))
  return {
    messages,
    perSecond: PER_SECOND,
    loads,
    ...measured,
    rows,
    before,
    after,
    keys: { quiet, busy, bare: bareKeys },
    lateShare: late / due,
    faults: addFaults(faults, { ...noFaults(), refused: room.talkers.refused }),
  }
}

async function openOften({ context, url }: WebRoom, rounds: number): Promise<WebMeasured['loads']> {
  const loads: WebMeasured['loads'] = { first: [], again: [] }
  for (let round = 0; round < rounds; round++) {
    loads.first.push(await loadRoom(context, url, true))
    loads.again.push(await loadRoom(context, url, false))
  }
  return loads
}

async function roundOf(meter: PageMeter, talk: () => Promise<number>): Promise<PageRound> {
  const { did, result } = await meter.trace(talk)
  return { did, messages: result }
}
