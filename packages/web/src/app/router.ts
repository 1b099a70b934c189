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
  /** Whether what is shown was come back to: by Back, Forward, or a way up. */
  readonly isReturn: boolean
  go(route: Route): void
  /** The same without a history entry. */
  replace(route: Route): void
  /** Back to where `parent` was shown last; for those who came by a link from outside it takes the place of what they see. */
  up(parent: Route): void
  /** The same to what was there before the pages of a kind; to `otherwise` for those who came to them from outside. */
  outOf(kind: Route['at'], otherwise: Route): void
  /** Lays something over the page that Back closes, as phones have it. The answer is called when it was closed, by whatever means. */
  layer(onBack: () => void): () => void
}

export type RouterWindow = Pick<Window, 'addEventListener' | 'history' | 'location'>

/** Further back than this nobody is led at once. */
const TRAIL_MAX = 50

/** Follows one window for as long as the page lives. */
export function createRouter(window: RouterWindow): Router {
  const { history, location } = window
  const route = signal(parseRoute(location.pathname, location.search))
  const revisits = signal(0)
  let isReturn = false
  const push = (path: string): void => {
    isReturn = false
    history.pushState({ trail: [...trailOf(history), location.pathname].slice(-TRAIL_MAX) }, '', path)
  }
  const layers = createLayers({ push: () => push(location.pathname), back: () => history.back() })
  const read = (): void => {
    route.value = parseRoute(location.pathname, location.search)
  }
  const put = (to: Route): void => {
    isReturn = false
    history.replaceState({ trail: trailOf(history) }, '', pathOf(to))
    read()
  }
  const backTo = (isThere: (path: string) => boolean, otherwise: Route): void =>
    layers.below(() => {
      const trail = trailOf(history)
      const at = trail.findLastIndex(isThere)
      if (at === -1) put(otherwise)
      else history.go(at - trail.length)
    })
  window.addEventListener('popstate', () => {
    isReturn = true
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
    get isReturn() {
      return isReturn
    },
    go,
    replace: (to) => layers.below(() => put(to)),
    up: (parent) => backTo((path) => path === pathOf(parent), parent),
    outOf: (kind, otherwise) => backTo((path) => parseRoute(path).at !== kind, otherwise),
    layer: (onBack) => layers.add(onBack),
  }
}

/** The addresses below the one shown, kept with it: the browser does not tell them, and a reload must not lose them. */
function trailOf({ state }: { readonly state: unknown }): readonly string[] {
  if (typeof state !== 'object' || state === null || !('trail' in state)) return []
  return Array.isArray(state.trail) ? state.trail.map(String) : []
}
