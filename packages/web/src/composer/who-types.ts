import { say } from '../words/say.ts'

/** Who is typing, as a sentence; the empty text for nobody. */
export function whoTypes(names: readonly string[]): string {
  const [who, other, third] = names
  if (who === undefined) return ''
  if (other === undefined) return say('composer.typesOne', { who })
  return third === undefined ? say('composer.typeTwo', { who, other }) : say('composer.typeMany')
}
