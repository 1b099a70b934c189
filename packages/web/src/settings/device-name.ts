export type DeviceName = { browser: string; system: string }

// Each says that it is those further down as well.
const BROWSERS: readonly (readonly [name: string, mark: RegExp])[] = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Vivaldi', /\bVivaldi\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /(?:Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
]
const SYSTEMS: readonly (readonly [name: string, mark: RegExp])[] = [
  ['iOS', /\biPhone\b/],
  ['iPadOS', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
]

/** What a browser that says this of itself (`User-Agent`) is called, and the system it runs on. Undefined for anything else. */
export function deviceName(userAgent: string): DeviceName | undefined {
  const [browser] = BROWSERS.find(([, mark]) => mark.test(userAgent)) ?? []
  const [system] = SYSTEMS.find(([, mark]) => mark.test(userAgent)) ?? []
  return browser === undefined || system === undefined ? undefined : { browser, system }
}
