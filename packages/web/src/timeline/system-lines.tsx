import type { DurableEvent, Room } from '@natter/protocol'
import { useSignal } from '@preact/signals'
import { Name } from '../parts/name.tsx'
import { Say } from '../words/say-text.tsx'
import { say } from '../words/say.ts'
import { NameList } from './name-list.tsx'
import { systemLines } from './system-line.ts'
import type { SystemLine } from './system-line.ts'

/** Lines of one run that stand open; one more is no longer than the button for it. */
const OPEN_MAX = 3

/** Who came, who went, what changed: a long run of it is folded. */
export function SystemLines({ events, before }: { events: readonly DurableEvent[]; before: Room | undefined }) {
  const isUnfolded = useSignal(false)
  const lines = systemLines(events, before)
  const isFolded = lines.length > OPEN_MAX + 1 && !isUnfolded.value
  return (
    <>
      {(isFolded ? lines.slice(0, OPEN_MAX) : lines).map((line, index) => (
        <p key={index}>
          <Sentence line={line} />
        </p>
      ))}
      {isFolded && (
        <button type="button" class="timeline__unfold" aria-expanded="false" onClick={() => (isUnfolded.value = true)}>
          {say('timeline.moreLines', { count: lines.length - OPEN_MAX })}
        </button>
      )}
    </>
  )
}

function Sentence({ line }: { line: SystemLine }) {
  switch (line.kind) {
    case 'joined':
    case 'left':
      return <Say id={`timeline.${line.kind}`} who={<NameList who={line.who} />} />
    case 'added':
    case 'removed':
      return <Say id={`timeline.${line.kind}`} by={<Name user={line.by} />} who={<NameList who={line.who} />} />
    case 'renamed':
      return <Say id="timeline.renamed" by={<Name user={line.by} />} to={<bdi>{line.to}</bdi>} />
    case 'retitled':
      if (line.to === '') return <Say id="timeline.untitled" by={<Name user={line.by} />} />
      return <Say id="timeline.retitled" by={<Name user={line.by} />} to={<bdi>{line.to}</bdi>} />
    default:
      return <Say id={`timeline.${line.kind}`} by={<Name user={line.by} />} />
  }
}
