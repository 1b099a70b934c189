import { useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { IconButton } from '../parts/button.tsx'
import { say } from '../words/say.ts'
import { codeTokens, loadHighlight } from './highlight/colour-code.ts'
import './code-block.css'

const COPIED_FOR_MS = 2_000

/** A fenced block of code. Its colours come when they are loaded; they change neither its width nor its height. */
export function CodeBlock({ text, language }: { text: string; language: string }) {
  useEffect(() => loadHighlight(text, language), [text, language])
  return (
    <div class="code" data-labelled={language !== ''}>
      <div class="code__head">
        <span class="code__language">{language}</span>
        <CopyButton text={text} />
      </div>
      <pre class="code__text" dir="ltr" tabIndex={0}>
        <code>
          <Coloured text={text} language={language} />
        </code>
      </pre>
    </div>
  )
}

function Coloured({ text, language }: { text: string; language: string }) {
  const tokens = codeTokens(text, language)
  // Its tokens are as good as the text they are of; drawn once.
  return useMemo(
    () =>
      tokens?.map(({ colour, text: piece }, index) =>
        colour ? (
          <span key={index} class={`code--${colour}`}>
            {piece}
          </span>
        ) : (
          piece
        ),
      ) ?? text,
    [tokens, text],
  )
}

function CopyButton({ text }: { text: string }) {
  const { clock, notices } = useApp()
  const isCopied = useSignal(false)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
    } catch {
      notices.tell(say('text.copyFailed'))
      return
    }
    isCopied.value = true
    clock.after(COPIED_FOR_MS, () => (isCopied.value = false))
  }
  return (
    <>
      <IconButton
        icon={isCopied.value ? 'check' : 'copy'}
        label={say(isCopied.value ? 'text.codeCopied' : 'text.copyCode')}
        onClick={() => void copy()}
      />
      <span class="unseen" role="status">
        {isCopied.value ? say('text.codeCopied') : ''}
      </span>
    </>
  )
}
