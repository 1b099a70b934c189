import { useSignal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { fieldOf, sentenceOf } from '../app/sentence-of.ts'

export interface Form<Field extends string> {
  readonly isBusy: ReadonlySignal<boolean>
  /** The sentence below a field, when the refusal is about it. */
  errorOf(field: Field): string | undefined
  /** The sentence for the form as a whole, when the refusal is about none of the fields. */
  formError(): string | undefined
  /** Runs the task once at a time and keeps its refusal. */
  submit(event: Event, task: () => Promise<unknown>): void
}

/** What forms have in common: busy while they wait, refusals beside the field they are about. */
export function useForm<Field extends string>(fields: readonly Field[]): Form<Field> {
  const isBusy = useSignal(false)
  const failure = useSignal<unknown>(undefined)
  const failedField = (): Field | undefined => fieldOf(failure.value, fields)
  const run = async (task: () => Promise<unknown>): Promise<void> => {
    isBusy.value = true
    failure.value = undefined
    try {
      await task()
    } catch (error) {
      failure.value = error
    } finally {
      isBusy.value = false
    }
  }
  return {
    isBusy,
    errorOf: (field) => (failedField() === field ? sentenceOf(failure.value) : undefined),
    formError: () =>
      failure.value === undefined || failedField() !== undefined ? undefined : sentenceOf(failure.value),
    submit: (event, task) => {
      event.preventDefault()
      if (!isBusy.value) void run(task)
    },
  }
}
