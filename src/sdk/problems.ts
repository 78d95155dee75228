/** An answer that the contract does not know, as a proxy before the server may send one. Its body has not been read. */
export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer'
  readonly response: Response

  constructor(response: Response) {
    super(`${response.status} ${response.headers.get('Content-Type') ?? ''} from ${response.url}`)
    this.response = response
  }
}

/** An answer within the contract that ended an iteration over items. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly status: number
  readonly body: unknown

  constructor({ status, body }: { status: number; body: unknown }) {
    super(`the list was refused with ${status}`)
    this.status = status
    this.body = body
  }
}
