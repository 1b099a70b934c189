/** A part of the page that is loaded when it is needed and did not come. `isGone`: not even the server has it any more. */
export type ChunkTrouble = (isGone: boolean) => void

/**
 * Tells of parts that do not load: of an older page than the server has, or of one that is offline. Whoever wanted the part
 * still hears of the failure.
 */
export function watchChunks(window: Pick<Window, 'addEventListener'>, isLive: () => boolean, tell: ChunkTrouble): void {
  window.addEventListener('vite:preloadError', () => tell(isLive()))
}
