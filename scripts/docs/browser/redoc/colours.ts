/*
 * In place of the package with which Redoc computes colours: here they are variables of the stylesheet, so that the
 * browser computes with them.
 */

function mix(amount: number, colour: string, other: string): string {
  return `color-mix(in srgb, ${colour}, ${other} ${amount * 100}%)`
}

export function darken(amount: number, colour: string): string {
  return mix(amount, colour, 'black')
}

export function lighten(amount: number, colour: string): string {
  return mix(amount, colour, 'white')
}

export function transparentize(amount: number, colour: string): string {
  return mix(amount, colour, 'transparent')
}

export function desaturate(amount: number, colour: string): string {
  return mix(amount, colour, 'gray')
}

export function readableColor(): string {
  return 'white'
}

export function getLuminance(): number {
  return 1
}
