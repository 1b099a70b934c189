import type { Waiting } from './waiting-count.ts'

const SIZE_PX = 64
/** What the sign has room for. */
const COUNT_MAX = 9
const BADGE = '#d6293e'
const DOT = '#12786c'

/** Puts what waits on the page's sign in the tab, and on the installed page's where there is such a thing. */
export interface TabSign {
  show(waiting: Waiting): void
}

export function createTabSign(document: Document, navigator: Navigator): TabSign {
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
  const plain = { href: link?.href ?? '', type: link?.type ?? '' }
  let shown = ''
  let badged = ''
  const draw = async (waiting: Waiting, key: string): Promise<void> => {
    const picture = await loadImage(plain.href)
    // Something else is to be shown by now.
    if (link === null || shown !== key) return
    link.type = 'image/png'
    link.href = drawSign(document.createElement('canvas'), picture, waiting)
  }
  return {
    show: (waiting) => {
      const exact = keyOf(waiting)
      if (exact !== badged) badge(navigator, waiting)
      badged = exact
      const key = keyOf({ ...waiting, count: Math.min(waiting.count, COUNT_MAX + 1) })
      if (key === shown || link === null) return
      shown = key
      if (key === '') Object.assign(link, plain)
      // Without the picture the tab keeps its plain sign.
      else draw(waiting, key).catch(() => {})
    },
  }
}

/** The same for what looks the same. */
function keyOf({ count, isAny }: Waiting): string {
  return count > 0 ? String(count) : isAny ? 'dot' : ''
}

/** Browsers that know of it refuse it where the page is not installed: nothing is lost by that. */
function badge(navigator: Navigator, { count, isAny }: Waiting): void {
  if (!('setAppBadge' in navigator)) return
  const done = count > 0 ? navigator.setAppBadge(count) : isAny ? navigator.setAppBadge() : navigator.clearAppBadge()
  done.catch(() => {})
}

async function loadImage(src: string): Promise<HTMLImageElement> {
  const image = new Image(SIZE_PX, SIZE_PX)
  image.src = src
  await image.decode()
  return image
}

function drawSign(canvas: HTMLCanvasElement, picture: HTMLImageElement, { count }: Waiting): string {
  canvas.width = SIZE_PX
  canvas.height = SIZE_PX
  const pen = canvas.getContext('2d')
  if (pen === null) return picture.src
  pen.drawImage(picture, 0, 0, SIZE_PX, SIZE_PX)
  const radius = count > 0 ? 21 : 13
  const x = SIZE_PX - radius
  const y = count > 0 ? radius : SIZE_PX - radius
  pen.beginPath()
  pen.arc(x, y, radius, 0, 2 * Math.PI)
  pen.fillStyle = count > 0 ? BADGE : DOT
  pen.strokeStyle = '#fff'
  pen.lineWidth = 4
  pen.fill()
  pen.stroke()
  if (count > 0) {
    pen.fillStyle = '#fff'
    pen.font = '700 30px system-ui, sans-serif'
    pen.textAlign = 'center'
    pen.textBaseline = 'middle'
    pen.fillText(count > COUNT_MAX ? `${COUNT_MAX}+` : String(count), x, y + 2)
  }
  return canvas.toDataURL('image/png')
}
