/* The few names that are used here of packages whose own types need those of React. */
declare module 'react' {
  export function createElement(type: unknown, properties?: object | null, ...children: unknown[]): object
}
declare module 'react-dom/client' {
  export function hydrateRoot(container: Element, element: object): void
}
declare module 'react-dom/server.edge' {
  export function renderToString(element: object): string
}
declare module 'mobx-react' {
  export function enableStaticRendering(isOn: boolean): void
}
declare module 'styled-components' {
  export class ServerStyleSheet {
    collectStyles(element: object): object
    getStyleTags(): string
  }
}
declare module 'redoc' {
  export class AppStore {
    constructor(document: object, url: string | undefined, options: object)
  }
  export const Redoc: unknown
}
