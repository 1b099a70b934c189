import { useContext, useLayoutEffect } from 'preact/hooks'
import { AppContext } from './app-context.ts'

/** While `isShown`, Back closes it on narrow screens. */
export function useLayer(isShown: boolean, close: () => void): void {
  const app = useContext(AppContext)
  useLayoutEffect(() => {
    if (!isShown || app?.isNarrow.peek() !== true) return undefined
    return app.router.layer(close)
  }, [app, isShown])
}
