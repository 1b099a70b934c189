import type { Page } from '@playwright/test'

/** The line between one page and its server, to be cut and mended. */
export interface CutLine {
  cut(): Promise<void>
  mend(): Promise<void>
}

/** Takes hold of the page's line; to be called before its first visit. While it is cut nothing goes through: no socket, no call. */
export async function holdLine(page: Page): Promise<CutLine> {
  const open = new Set<{ close(): Promise<void> }>()
  let isCut = false
  await page.routeWebSocket(/\/v1\/ws/, (socket) => {
    if (isCut) {
      void socket.close()
      return
    }
    socket.connectToServer()
    open.add(socket)
  })
  await page.route(/\/v1\//, async (route) => (isCut ? route.abort('connectionfailed') : route.fallback()))
  return {
    cut: async () => {
      isCut = true
      await Promise.all([...open].map((socket) => socket.close()))
      open.clear()
    },
    mend: async () => {
      isCut = false
    },
  }
}
