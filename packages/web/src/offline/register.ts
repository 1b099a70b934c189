import { computed, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Clock } from '../app/clock.ts'
import { WORKER_URL } from './worker/worker-message.ts'
import type { FromWorker, ToWorker } from './worker/worker-message.ts'

/** The version of the page against that of the server. */
export interface Update {
  /** A newer version is here, and this page is not of it. */
  readonly isReady: ReadonlySignal<boolean>
  /** Loads the page anew, in the newest version there is. */
  reload(): void
  /** Asks the server whether there is a newer one. */
  check(): void
}

interface RegisterOptions {
  window: Window & typeof globalThis
  clock: Clock
  /** Of this page. */
  version: string | undefined
}

/** A new worker takes over within this time, or the page is loaded anew without it. */
const TAKE_OVER_MS = 2_000
/** Without a reason to do it sooner. */
const CHECK_EVERY_MS = 3_600_000

/**
 * Has the worker of this version installed. Where there can be none (plain HTTP, a private window, another content policy)
 * the page works as it does without: nobody is told of an update, and without a server the page does not open.
 */
export function registerWorker({ window, clock, version }: RegisterOptions): Update {
  const { isSecureContext, location, navigator } = window
  /** The versions of workers that could rule in place of the page's own. */
  const newest = signal<string | undefined>(undefined)
  let registration: ServiceWorkerRegistration | undefined
  const update: Update = {
    isReady: computed(() => newest.value !== undefined && newest.value !== version),
    reload: () => {
      const reload = (): void => location.reload()
      const { waiting } = registration ?? {}
      if (!waiting) return reload()
      navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true })
      clock.after(TAKE_OVER_MS, reload)
      ask(waiting, { kind: 'activate' })
    },
    // Offline there is nothing to find.
    check: () => void registration?.update().catch(() => {}),
  }
  if (version === undefined || !isSecureContext || !('serviceWorker' in navigator)) return update

  const workers = navigator.serviceWorker
  workers.addEventListener('message', ({ source, data }) => {
    // The cast: only the worker speaks to the page so.
    const told = (data as FromWorker).version
    newest.value = told
    // The page is of that version already, fetched from the network: nothing is lost by letting its worker rule.
    if (told === version && source === registration?.waiting) ask(registration.waiting, { kind: 'activate' })
  })
  // Another tab has let a newer version rule, or this is the first of all.
  workers.addEventListener('controllerchange', () => ask(workers.controller, { kind: 'version' }))
  const register = async (): Promise<void> => {
    registration = await workers.register(workerUrl(window))
    const { waiting } = registration
    ask(waiting, { kind: 'version' })
    const watch = (found: ServiceWorker | null | undefined): void =>
      found?.addEventListener('statechange', () => found.state === 'installed' && ask(found, { kind: 'version' }))
    watch(registration.installing)
    registration.addEventListener('updatefound', () => watch(registration?.installing))
    const checkLater = (): void => {
      update.check()
      clock.after(CHECK_EVERY_MS, checkLater)
    }
    clock.after(CHECK_EVERY_MS, checkLater)
  }
  // After what the reader waits for.
  if (window.document.readyState === 'complete') void register().catch(() => {})
  else window.addEventListener('load', () => void register().catch(() => {}), { once: true })
  return update
}

function ask(worker: ServiceWorker | null, message: ToWorker): void {
  worker?.postMessage(message)
}

/** What the library of types does not know yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): {
    createScriptURL(url: string): string
  }
}

/** The one address that may become a script from a string, by the one policy the page may make. */
function workerUrl(window: Window): string {
  const { trustedTypes } = window as Window & { trustedTypes?: TrustedTypes }
  const rules = {
    createScriptURL: (url: string) => {
      if (url !== WORKER_URL) throw new TypeError(`The only script address is ${WORKER_URL}, not "${url}".`)
      return url
    },
  }
  return trustedTypes?.createPolicy('natter', rules).createScriptURL(WORKER_URL) ?? WORKER_URL
}
