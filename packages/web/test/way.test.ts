import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signal } from '@preact/signals'
import type { Timeline } from '@natter/client'
import { createNotices } from '../src/app/notices.ts'
import { cell } from '../src/gallery/cell.ts'
import { fakeNatter } from '../src/gallery/fake-natter.ts'
import { createWay } from '../src/timeline/way.ts'
import { fakeClock } from './fake-clock.ts'

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** A room of many pages. Those that are asked for come when `land` is called. */
function longRoom(at: Pick<Timeline, 'atStart' | 'atEnd'>) {
  const room = fakeNatter({}).room('rm_tea0')
  const listening = new Set<() => void>()
  const shown = cell<Timeline>({ ...room.timeline.value, ...at })
  const drawn = signal(shown.value)
  shown.subscribe((value) => (drawn.value = value))
  const timeline: typeof room.timeline = {
    get value() {
      return shown.value
    },
    subscribe: (listener) => {
      const stop = shown.subscribe(listener)
      listening.add(stop)
      return () => {
        listening.delete(stop)
        stop()
      }
    },
  }
  const asked: string[] = []
  const coming: (() => void)[] = []
  const load = (name: string, atStart: boolean, atEnd: boolean): Promise<void> => {
    asked.push(name)
    return new Promise((resolve) =>
      coming.push(() => {
        shown.set({ ...shown.value, atStart, atEnd })
        resolve()
      }),
    )
  }
  const handle: typeof room = {
    ...room,
    timeline,
    jumpTo: (seq) => load(`around ${seq}`, seq === 1, false),
    jumpToLatest: () => load('latest', false, true),
  }
  const places: string[] = []
  const notices = createNotices(fakeClock())
  const way = createWay(
    {
      model: { handle, timeline: drawn, rows: signal([]), divider: signal(undefined) },
      keeper: {
        toEnd: () => places.push('end'),
        toTop: () => places.push('top'),
        toRow: () => false,
        onceThere: () => {},
      },
    },
    notices,
  )
  const land = async (): Promise<void> => {
    coming.shift()?.()
    await settled()
  }
  return { way, notices, shown, asked, places, land, listening: () => listening.size }
}

test('WEB-294 a wish for the newest messages outlives a page that is still on its way', async () => {
  const { way, asked, places, land, listening } = longRoom({ atStart: false, atEnd: true })
  way.go({ kind: 'beginning' })
  await settled()
  way.go({ kind: 'latest' })
  assert.deepEqual([asked, places, way.isOn], [['around 1'], ['end'], true], 'shown at once')
  await land()
  assert.deepEqual([asked, way.isOn], [['around 1', 'latest'], true])
  await land()
  assert.deepEqual([asked, places.at(-1), way.isOn], [['around 1', 'latest'], 'end', false])
  assert.equal(listening(), 0)
})

test('WEB-294 what is no message is told of, and the newest ones are shown', async () => {
  const { way, notices, asked, places, land } = longRoom({ atStart: false, atEnd: false })
  way.go({ kind: 'message', seq: 7 })
  await settled()
  for (let tries = 0; tries < 4; tries++) await land()
  assert.deepEqual(asked, [...Array<string>(4).fill('around 7'), 'latest'])
  assert.match(notices.shown.value[0]?.text ?? '', /^There is no message at this address/)
  await land()
  assert.deepEqual([places, way.isOn], [['end'], false])
})

test('WEB-294 a way that is given up waits for nothing any more', async () => {
  const { way, shown, asked, listening } = longRoom({ atStart: false, atEnd: false })
  shown.set({ ...shown.value, status: 'loading' })
  const giveUp = way.go({ kind: 'beginning' })
  await settled()
  assert.equal(listening(), 1, 'it must have waited for this to mean anything')
  giveUp()
  shown.set({ ...shown.value, status: 'live' })
  await settled()
  assert.deepEqual([asked, listening(), way.isOn], [[], 0, false])
})
