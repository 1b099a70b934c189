import { Button, IconButton } from '../parts/button.tsx'
import { say } from '../words/say.ts'
import type { Composing } from './composing.ts'
import { asCodeBlock } from './paste/many-lines.ts'

/** Above the text: why it was not sent, and whether many lines are code. */
export function ComposerNotes({ composing: { problem, writing } }: { composing: Composing }) {
  const lines = writing.pastedLines.value
  const done = (): void => {
    writing.pastedLines.value = undefined
    writing.area?.focus()
  }
  return (
    <>
      <div role="alert">
        {problem.value !== undefined && (
          <p class="composer__note composer__note--problem">
            <span dir="auto">{problem.value}</span>
            <IconButton icon="close" label={say('composer.dismiss')} onClick={() => (problem.value = undefined)} />
          </p>
        )}
      </div>
      {lines && (
        <p class="composer__note" role="status">
          <span>{say('composer.manyLines', { count: lines.count })}</span>
          <Button
            onClick={() => {
              writing.edit((written) => asCodeBlock(written, lines))
              done()
            }}
          >
            {say('composer.asCodeBlock')}
          </Button>
          <IconButton icon="close" label={say('composer.keepText')} onClick={done} />
        </p>
      )}
    </>
  )
}
