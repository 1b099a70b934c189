import assert from 'node:assert/strict'
import { test } from 'node:test'
import { planStory } from '../src/demo/plan.ts'
import { STORY } from '../src/demo/story.ts'

const NOW = Date.UTC(2026, 10, 21, 0, 5)
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

test('CLI-29 the story is the same every time, in order, and ends before now', () => {
  const steps = planStory(STORY, NOW)
  assert.deepEqual(planStory(STORY, NOW), steps)
  assert.deepEqual(
    steps.map(({ at }) => at),
    steps.map(({ at }) => at).sort((a, b) => a - b),
  )
  assert((steps.at(-1)?.at ?? NOW) < NOW)
  assert((steps[0]?.at ?? 0) > NOW - 17 * DAY_MS)
})

test('CLI-29 the story has people, rooms, conversations, answers, reactions and edits enough to look around in', () => {
  const steps = planStory(STORY, NOW)
  const count = (does: string): number => steps.filter((step) => step.does === does).length
  assert(count('signUp') >= 6)
  assert(count('create') >= 8)
  assert(count('post') >= 200)
  assert(steps.filter((step) => step.does === 'post' && step.answers !== undefined).length >= 15)
  assert(count('react') >= 60)
  assert(count('edit') >= 2)
  assert(count('takeBack') >= 1)
  const days = new Set(steps.flatMap((step) => (step.does === 'post' ? [Math.floor(step.at / DAY_MS)] : [])))
  assert(days.size >= 12, 'spread over two weeks')
})

test('CLI-29 nobody writes at night, whatever the time of the start', () => {
  for (const now of [NOW, NOW + 12 * HOUR_MS, NOW + 23 * HOUR_MS]) {
    const hours = planStory(STORY, now).flatMap((step) => (step.does === 'post' ? [new Date(step.at).getHours()] : []))
    assert(hours.every((hour) => hour >= 7 && hour <= 23))
  }
})
