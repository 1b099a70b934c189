import { encode } from 'uqr'
import './qr-code.css'

interface QrCodeProps {
  text: string
  label: string
  onClose?: () => void
}

/** A text as a picture for the camera of a phone. */
export function QrCode({ text, label }: QrCodeProps) {
  const { size, data } = encode(text, { border: 2 })
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path d={squares.join('')} />
    </svg>
  )
}
