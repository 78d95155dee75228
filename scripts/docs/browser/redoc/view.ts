import { createElement } from 'react'
import { AppStore, Redoc } from 'redoc'
import { optionsFor } from './options.js'

/** The reference of an API as an element of React: the same here and where the site is built. */
export function referenceView(document: object, name: string, scrollYOffset: () => number): object {
  return createElement(Redoc, { store: new AppStore(document, undefined, { ...optionsFor(name), scrollYOffset }) })
}
