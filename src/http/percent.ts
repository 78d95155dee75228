import { HttpProblem } from './problems.js'

/** Text with its percent-encoding read. Throws `malformed` where that is broken or no UTF-8. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    throw new HttpProblem('malformed', { message: 'broken percent-encoding' }, { cause: error })
  }
}
