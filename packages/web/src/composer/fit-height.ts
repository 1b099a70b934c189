// Measured by script only where the style sheet cannot say it: twice a keystroke the whole page would be laid out.
const isByStyle = typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content')

/** Makes a text area as high as its text; the style sheet says where that ends. */
export function fitHeight(area: HTMLTextAreaElement): void {
  if (isByStyle) return
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight}px`
}
