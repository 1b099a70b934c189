import type { SignedIn } from '@natter/protocol'

/** Makes accounts over HTTP, one after the other; the first at a place is its owner. */
export async function signUpAll(url: string, handles: readonly string[]): Promise<SignedIn[]> {
  const people: SignedIn[] = []
  for (const handle of handles) {
    const answer = await fetch(`${url}/v1/accounts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ handle, password: `${handle} has a long password` }),
    })
    if (!answer.ok) throw new Error(`${handle} could not sign up: ${await answer.text()}`)
    people.push((await answer.json()) as SignedIn)
  }
  return people
}
