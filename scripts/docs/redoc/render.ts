import { bundleWithRedoc } from './bundle.js'

export interface Reference {
  html: string
  css: string
}

export type RenderReference = (document: object, name: string) => Reference

/** Makes the function that renders a reference here, as the browser would. */
export async function referenceRenderer(): Promise<RenderReference> {
  const code = Buffer.from(await bundleWithRedoc('render.ts', 'neutral')).toString('base64')
  const { render } = (await import(`data:text/javascript;base64,${code}`)) as { render: RenderReference }
  return (document, name) => {
    const { html, css } = render(document, name)
    return styledByClass(html, css + heights(html))
  }
}

/** At 360 pixels; measured 0.14 to 0.195 for all operations. An estimate that is too low lets operations overlap for axe. */
const PIXELS_PER_CHARACTER = 0.21

/** How high an operation is on a phone as long as it is not laid out, by the length of its HTML. */
function heights(html: string): string {
  const starts = [...html.matchAll(/data-section-id="([^"]*\/operation\/[^"]*)"/g)]
  const rules = starts.map(({ 1: id, index }, place) => {
    const characters = (starts[place + 1]?.index ?? html.length) - index
    return `[data-section-id="${id}"]{contain-intrinsic-size:auto ${Math.ceil(characters * PIXELS_PER_CHARACTER)}px}`
  })
  return `@media (max-width:75rem){${rules.join('')}}`
}

/** Moves inline styles, which the content security policy forbids, to the stylesheet. */
function styledByClass(html: string, css: string): Reference {
  const styles: string[] = []
  const moved = html.replace(/ style="([^"]*)"/g, (_, style: string) => {
    if (!styles.includes(style)) styles.push(style)
    return ` data-style="${styles.indexOf(style)}"`
  })
  return { html: moved, css: css + styles.map((style, index) => `[data-style="${index}"]{${style}}`).join('') }
}
