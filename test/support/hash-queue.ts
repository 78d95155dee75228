import assert from 'node:assert/strict'
import { DomainError } from '../../src/domain-error.js'
import type { Requester } from '../../src/passwords/fair-queue.js'
import type { TestServer } from './server.js'

/** Work that takes all places at the hashing processes. */
export interface FullQueue {
  /** How much of it was refused after it had been let in, for somebody who came later. */
  refused(): number
  /** Resolves as the request does. Throws as soon as it takes the place of something here, where it would wait. */
  answerWithoutPlace<Result>(request: Promise<Result>): Promise<Result>
  /** Ends what began first of what is at work. */
  endOne(): void
  /** Ends all of it. */
  leave(): Promise<void>
}

/** Takes every place, each for the requester of its number. */
export async function fillQueue(
  { passwords }: TestServer['context'],
  requesterOf: (index: number) => Requester
): Promise<FullQueue> {
  const begun: (() => void)[] = []
  const places: Promise<void>[] = []
  let left = false
  let refused = 0
  let tellRefusal: () => void
  const refusal = new Promise<void>((resolve) => (tellRefusal = resolve))
  const noteRefusal = (error: unknown): void => {
    if (!isBusy(error)) throw error
    refused += 1
    tellRefusal()
  }
  for (let isFull = false; !isFull;) {
    const place = passwords.admit(requesterOf(places.length), () => {
      return left ? Promise.resolve() : new Promise<void>((end) => begun.push(end))
    })
    isFull = await Promise.race([
      place.then(() => false, isBusy),
      new Promise<false>((next) => setImmediate(next, false))
    ])
    if (!isFull) places.push(place.catch(noteRefusal))
  }
  return {
    refused: () => refused,
    answerWithoutPlace: (request) =>
      Promise.race([request, refusal.then(() => assert.fail('the request takes a place'))]),
    endOne: () => begun.shift()?.(),
    async leave() {
      left = true
      begun.splice(0).forEach((end) => end())
      await Promise.all(places)
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'busy'
}
