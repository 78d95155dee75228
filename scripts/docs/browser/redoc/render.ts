import { enableStaticRendering } from 'mobx-react'
import { renderToString } from 'react-dom/server.edge'
import { ServerStyleSheet } from 'styled-components'
import { referenceView } from './view.js'

enableStaticRendering(true)

/** The reference of an API as a page begins with it, and its styles. Runs where the site is built. */
export function render(document: object, name: string): { html: string; css: string } {
  const sheet = new ServerStyleSheet()
  const html = renderToString(sheet.collectStyles(referenceView(document, name, () => 0)))
  const css = sheet
    .getStyleTags()
    .replace(/<[^>]*>|\/\*!sc\*\/|data-styled\.g\d+\[id="[^"]*"\]\{content:"[^"]*"\}/g, '')
  return { html, css }
}
