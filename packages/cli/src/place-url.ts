import { CliError, EXIT, usageError } from './exit-code.ts'

/** The origin of a place: `http://127.0.0.1:8080`. Without a scheme it is http on this machine and https elsewhere. */
export function placeUrl(text: string): string {
  const whole = /^[a-z][a-z+.-]*:\/\//i.test(text) ? text : `${isThisMachine(text) ? 'http' : 'https'}://${text}`
  const url = URL.parse(whole)
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') {
    throw usageError(`"${text}" is not the address of a Natter server. Write it like http://127.0.0.1:8080.`)
  }
  return url.origin
}

/** The code in an invite link, as `natter invite` prints it. */
export function inviteCodeIn(text: string): string | undefined {
  return /\/invite\/([\w-]+)\/?$/.exec(text)?.[1]
}

/** Whether what is sent there can be read on the way: plain http to another machine. */
export function isReadableOnTheWay(url: string): boolean {
  return url.startsWith('http://') && !isThisMachine(url.slice('http://'.length))
}

/** Which place a command is about: the option, NATTER_URL, or where one logged in last. */
export function chosenUrl(
  option: string | undefined,
  fromEnv: string | undefined,
  current: string | undefined,
): string {
  const chosen = option ?? (fromEnv === '' ? undefined : fromEnv) ?? current
  if (chosen === undefined) {
    throw new CliError(
      EXIT.notSignedIn,
      'unauthorized',
      'You are not signed in anywhere. Run: natter login http://127.0.0.1:8080',
    )
  }
  return placeUrl(chosen)
}

function isThisMachine(host: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])(?=[:/]|$)/i.test(host)
}
