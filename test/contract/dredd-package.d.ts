/** What is used here of Dredd, which brings no types. */
declare module 'dredd' {
  interface Message {
    headers: Record<string, string>
    body?: string
  }

  export interface Transaction {
    name: string
    fullPath: string
    request: Message & { method: string; uri: string }
    expected: Message & { statusCode: string }
    /** The response; missing when nothing was sent. */
    real?: Message & { statusCode: number }
    origin: { resourceName: string; actionName: string; exampleName: string }
    skip: boolean
    /** A reason, which makes the transaction fail; set before the request, nothing is sent. */
    fail?: string
    /** Dredd's own verdict. */
    test?: Test
  }

  export interface Test {
    title: string
    status: 'pass' | 'fail' | 'skip'
    message: string
  }

  export interface Configuration {
    endpoint: string
    path: string[]
    hookfiles: string[]
    loglevel: 'silent' | 'error' | 'warning' | 'debug'
    emitter: NodeJS.EventEmitter
    /** Handed to the hook files as `hooks.configuration.custom`; functions arrive as they are. */
    custom: { cwd: string } & Record<string, unknown>
  }

  export default class Dredd {
    constructor(configuration: Configuration)
    run(callback: (error: Error | null) => void): void
  }
}

declare module 'dredd/build/reporters/reporterOutputLogger.js' {
  const logger: { default: { transports: { console: { silent: boolean } } } }
  export default logger
}
