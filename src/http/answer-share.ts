import type { ServerResponse } from 'node:http'
import { busy } from '../domain-error.js'
import { ListPlaces } from './list-places.js'
import { Shares, type Holder } from './shares.js'

/** Bytes of long answers that their clients have not taken yet. */
const MOST_BYTES = { inAll: 64 * 2 ** 20, account: 16 * 2 ** 20, network: 16 * 2 ** 20 }

/** What the answers of all APIs share, and each has a part of until its client has it or is gone. */
export interface AnswerShares {
  /** Takes a place among the lists that are read while they are sent. Throws `busy`. */
  takePlace(response: ServerResponse, holder: Holder): Promise<void>
  /** Holds the bytes of a long answer. Throws `busy`. */
  holdBytes(response: ServerResponse, holder: Holder, bytes: number): void
}

export function createAnswerShares(connections: number): AnswerShares {
  const places = new ListPlaces(connections)
  const held = new Shares(MOST_BYTES)
  return {
    async takePlace(response, holder) {
      atEnd(response, await places.take(holder))
    },
    holdBytes(response, holder, bytes) {
      const giveBack = held.take(holder, bytes)
      if (giveBack === undefined) throw busy()
      atEnd(response, giveBack)
    }
  }
}

function atEnd(response: ServerResponse, giveBack: () => void): void {
  if (response.closed) giveBack()
  else response.once('close', giveBack)
}
