import { NetworkError, TimedOut, UnexpectedAnswer } from 'quintet-sdk'
import { t } from '../i18n/shared.ts'
import type { Refusal } from './refusal.ts'

/**
 * - `refused`: the API refused; it has a message and a status
 * - `network`: no answer came; of a write it is not known whether it was carried out
 * - `unexpected`: an answer that is none of the contract, or a fault of the console
 * - `ended`: the session ended and nobody logged in again
 * - `other-account`: another account logged in instead, so nothing was sent again
 */
export type ProblemKind = 'refused' | 'network' | 'unexpected' | 'ended' | 'other-account'

interface Details extends Partial<Refusal> {
  status?: number
  requestId?: string
  /** Seconds until it may be tried again. */
  retryAfter?: number | undefined
}

/** Why a call did not succeed. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly status: number | undefined
  readonly fields: Record<string, string>
  readonly requestId: string | undefined
  readonly retryAfter: number | undefined

  constructor(
    readonly kind: ProblemKind,
    { message = '', status, fields = {}, requestId, retryAfter }: Details = {}
  ) {
    super(message)
    this.status = status
    this.fields = fields
    this.requestId = requestId
    this.retryAfter = retryAfter
  }
}

/** What was thrown, as a problem to show. An abort is not one and is thrown again. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof DOMException && error.name === 'AbortError') throw error
  if (error instanceof NetworkError || error instanceof TimedOut) {
    return new Problem('network', { requestId: error.requestId })
  }
  if (error instanceof UnexpectedAnswer) {
    return new Problem('unexpected', { status: error.status, requestId: error.requestId })
  }
  reportError(error)
  return new Problem('unexpected')
}

/** The problem in the language that is chosen; a refusal in the API's own words. */
export function problemText(problem: Problem): string {
  const { kind, message, status } = problem
  if (status === 413) return t('problem.tooLarge')
  if (status === 503) return t('problem.unavailable')
  if (kind === 'refused' && message !== '') return message
  if (kind === 'network') return t('problem.network')
  if (kind === 'ended') return t('problem.ended')
  if (kind === 'other-account') return t('problem.otherAccount')
  return t('problem.unexpected')
}

/** The seconds of `Retry-After`, which counts them or names a date. */
export function retryAfterOf(headers: Headers): number | undefined {
  const value = headers.get('Retry-After')
  if (value === null) return undefined
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000
  return Number.isNaN(seconds) ? undefined : Math.max(1, Math.ceil(seconds))
}
