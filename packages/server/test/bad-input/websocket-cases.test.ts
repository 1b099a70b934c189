import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { clientFrame } from './client-frame.ts'
import { openPlace, outcomeOf } from './place.ts'
import { command, wireCases } from './websocket-cases.ts'
import type { Reaction, WireCase } from './websocket-cases.ts'

const place = await openPlace({ NATTER_DATABASE_URL: 'memory:' })
after(() => place.close())

for (const [chapter, cases] of Object.entries(wireCases())) {
  test(`BAD-16 ${chapter}: ${cases.length} cases of frames as RFC 6455 has them`, async () => {
    const wrong: object[] = []
    for (const each of cases) {
      const got = await reactionTo(each)
      const { expect } = each
      const wanted = 'closed' in expect ? expect : { answers: [], pongs: [], ...expect }
      if (JSON.stringify(got) !== JSON.stringify(wanted)) wrong.push({ name: each.name, wanted, got })
    }
    assert.deepEqual(wrong, [])
  })
}

test('BAD-1 none of this was a fault of the server', () => {
  assert.deepEqual(place.faults(), [])
})

/** What comes before the answer to one more command, for whoever is still there to ask for it. */
async function reactionTo({ send }: WireCase): Promise<Reaction> {
  const raw = await place.enter(place.kim)
  raw.write(...send, clientFrame(command().replace('7', '99')))
  const answers: string[] = []
  try {
    for (;;) {
      const answer = await raw.answer()
      if ('closed' in answer) return { closed: answer.closed }
      if (answer.re === 99) return { answers, pongs: [...raw.pongs] }
      answers.push(String(outcomeOf(answer)))
    }
  } finally {
    raw.cut()
  }
}
