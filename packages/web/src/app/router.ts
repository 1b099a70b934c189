import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { createLayers } from './layers.ts'
import { parseRoute, pathOf } from './routes.ts'
import type { Route } from './routes.ts'

/** The address bar as a signal. Real history entries, so that the browser's own Back and Forward work. */
export interface Router {
  readonly route: ReadonlySignal<Route>
  /** Counts how often one was led to the place in a room one was at already: it may be out of sight by then. */
  readonly revisits: ReadonlySignal<number>
  go(route: Route): void
  /** The same without a history entry. */
  replace(route: Route): void
  /** Back to where one came from inside the page; to `parent` for those who came by a link from outside. */
  up(parent: Route): void
  /** Lays something over the page that Back closes, as phones have it. The answer is called when it was closed, by whatever means. */
  layer(onBack: () => void): () => void
}

export type RouterWindow = Pick<Window, 'addEventListener' | 'history' | 'location'>

/** Follows one window for as long as the page lives. */
export function createRouter(window: RouterWindow): Router {
  const { history, location } = window
  const route = signal(parseRoute(location.pathname, location.search))
  const revisits = signal(0)
  const depth = (): number => {
    const state: unknown = history.state
    return typeof state === 'object' && state !== null && 'depth' in state ? Number(state.depth) : 0
  }
  const push = (path: string): void => history.pushState({ depth: depth() + 1 }, '', path)
  const layers = createLayers({ push: () => push(location.pathname), back: () => history.back() })
  const read = (): void => {
    route.value = parseRoute(location.pathname, location.search)
  }
  const put = (to: Route): void => {
    history.replaceState({ depth: depth() }, '', pathOf(to))
    read()
  }
  window.addEventListener('popstate', () => {
    read()
    layers.onPop()
  })
  const go = (to: Route): void => {
    if (layers.whileLeaving(() => go(to))) return undefined
    if (to.at === 'room' && pathOf(to) === location.pathname) revisits.value += 1
    // Back from there leads to the page, not to what lay over it.
    if (layers.giveUp()) return put(to)
    if (pathOf(to) === location.pathname) return undefined
    push(pathOf(to))
    return read()
  }
  return {
    route,
    revisits,
    go,
    replace: (to) => layers.below(() => put(to)),
    up: (parent) => {
      if (depth() > 0) history.back()
      else put(parent)
    },
    layer: (onBack) => layers.add(onBack),
  }
}
