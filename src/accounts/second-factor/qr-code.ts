import { renderSVG } from 'uqr'

/** A QR code of this text as an SVG document, with the quiet zone that scanners need. */
export function qrCodeOf(text: string): string {
  return renderSVG(text, { border: 4 })
}
