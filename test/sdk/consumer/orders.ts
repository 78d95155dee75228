/** What the gateway is to do with requests to `path`. */
export interface Orders {
  path: string
  /** Answers the next ones itself, one each; where it `breaks`, the connection ends after the body. */
  answers?: { status: number; headers?: Record<string, string>; body: string; breaks?: boolean }[]
  /** Holds them until it has seen `count` requests to another path, in all. */
  holdUntil?: { path: string; count: number }
}
