import { violate } from '../counts.ts'
import { Crowd } from '../crowd/crowd.ts'
import { bare } from '../crowd/raw-talker.ts'
import type { Fault } from '../fault.ts'
import { Place } from '../place/place.ts'

/** Texts that have broken parsers, renderers, indexes and terminals. */
const POISON = [
  '{"re":1,"ok":{}}',
  '__proto__ constructor toString',
  '"\\u0000" \\ud800 %s %n ${x} {{x}} <script>alert(1)</script>',
  'a\u0301'.repeat(500),
  '\u202Eright to left\u202C \u2066isolate\u2069 \u200B\u200D\uFEFF',
  '\u{1F469}\u200D\u{1F469}\u200D\u{1F467}\u200D\u{1F466}'.repeat(200),
  '* '.repeat(2_000) + '['.repeat(1_000) + '`'.repeat(1_001),
  '> '.repeat(3_000) + 'deep',
  '\'; drop table log; -- " or 1=1',
  '\u2028\u2029 line ends of JavaScript',
  '\u{10FFFF}\u{FDD0}',
  '@'.repeat(1_000) + 'p1 @p2 @p3',
  'x'.repeat(8_000),
  '\u{1F600}'.repeat(7_900),
]

export const fault: Fault = {
  id: 'R35',
  title: 'messages that break whoever reads them carelessly',
  isShort: true,
  async run(world) {
    const place = await Place.open(world)
    const crowd = await Crowd.gather(world, place)
    crowd.talk()
    const [first] = crowd.talkers
    const posts = POISON.map((text, index) => first?.say(place.room(index), text))
    await crowd.talkFor(100)
    // What comes from the disk after a start must be as harmless as what was just written.
    await place.kill()
    await place.start()
    crowd.hurry()
    await crowd.talkFor(20)
    const counts = await crowd.verdict()
    const refused = posts.filter((post) => post?.outcome.state !== 'acked')
    if (refused.length > 0)
      violate(counts, `${refused.length} messages were not accepted: ${refused[0]?.text.slice(0, 40)}`)
    const reader = await bare(place.url, place.person(5).token)
    for (const room of place.rooms) {
      const { messages } = await reader.request('history', { room, limit: 100 })
      if (messages.length === 0) violate(counts, `${room} cannot be read any more`)
    }
    await reader.close()
    return counts
  },
}
