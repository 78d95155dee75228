import { hydrateRoot } from 'react-dom/client'
import { referenceView } from './view.js'

/** Hydrates the reference that `element` shows. From now on React takes its events, also before it is ready. */
export function hydrate(document: object, name: string, element: Element): void {
  const offset = (): number => globalThis.document.querySelector('.bar')!.getBoundingClientRect().bottom
  hydrateRoot(element, referenceView(document, name, offset))
}
