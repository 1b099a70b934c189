import { useSignal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { useContext, useLayoutEffect, useRef } from 'preact/hooks'
import { AppContext } from '../app/app-context.ts'
import { fieldOf, sentenceOf } from '../app/sentence-of.ts'

export interface Form<Field extends string> {
  readonly isBusy: ReadonlySignal<boolean>
  /** The sentence below a field, when the refusal is about it. */
  errorOf(field: Field): string | undefined
  /** The sentence for the form as a whole, when the refusal is about none of the fields. */
  formError(): string | undefined
  /** Runs the task once at a time and keeps its refusal. `done` follows only where the form still stands. */
  submit<Result>(event: Event, task: () => Promise<Result>, done?: (result: Result) => void): void
}

/** What forms have in common: busy while they wait, refusals beside the field they are about. */
export function useForm<Field extends string>(fields: readonly Field[]): Form<Field> {
  const isBusy = useSignal(false)
  const failure = useSignal<unknown>(undefined)
  const app = useContext(AppContext)
  const isGone = useRef(false)
  useLayoutEffect(() => () => void (isGone.current = true), [])
  const failedField = (): Field | undefined => fieldOf(failure.value, fields)
  const run = async <Result>(task: () => Promise<Result>, done?: (result: Result) => void): Promise<void> => {
    isBusy.value = true
    failure.value = undefined
    try {
      const result = await task()
      // Closed meanwhile: what is open by now is something else, and the reader went on.
      if (!isGone.current) done?.(result)
    } catch (error) {
      if (isGone.current) app?.notices.tell(sentenceOf(error))
      else failure.value = error
    } finally {
      isBusy.value = false
    }
  }
  return {
    isBusy,
    errorOf: (field) => (failedField() === field ? sentenceOf(failure.value) : undefined),
    formError: () =>
      failure.value === undefined || failedField() !== undefined ? undefined : sentenceOf(failure.value),
    submit: (event, task, done) => {
      event.preventDefault()
      if (!isBusy.value) void run(task, done)
    },
  }
}
