import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { parseRoute, pathOf } from './routes.ts'
import type { Route } from './routes.ts'

/** The address bar as a signal. Real history entries, so that the browser's own Back and Forward work. */
export interface Router {
  readonly route: ReadonlySignal<Route>
  go(route: Route): void
  /** The same without a history entry. */
  replace(route: Route): void
  /** Back to where one came from inside the page; to `parent` for those who came by a link from outside. */
  up(parent: Route): void
}

export type RouterWindow = Pick<Window, 'addEventListener' | 'history' | 'location'>

/** Follows one window for as long as the page lives. */
export function createRouter(window: RouterWindow): Router {
  const route = signal(parseRoute(window.location.pathname))
  const read = (): void => {
    route.value = parseRoute(window.location.pathname)
  }
  window.addEventListener('popstate', read)
  const depth = (): number => {
    const state: unknown = window.history.state
    return typeof state === 'object' && state !== null && 'depth' in state ? Number(state.depth) : 0
  }
  const replace = (to: Route): void => {
    window.history.replaceState({ depth: depth() }, '', pathOf(to))
    read()
  }
  return {
    route,
    go: (to) => {
      if (pathOf(to) === window.location.pathname) return
      window.history.pushState({ depth: depth() + 1 }, '', pathOf(to))
      read()
    },
    replace,
    up: (parent) => {
      if (depth() > 0) window.history.back()
      else replace(parent)
    },
  }
}
