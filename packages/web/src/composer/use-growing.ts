import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'

/** Makes a text area as high as its text; the style sheet says where that ends. */
export function useGrowing(area: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => {
    const element = area.current
    if (!element) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight}px`
  }, [text])
}
