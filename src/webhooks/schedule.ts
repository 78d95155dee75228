/** Seconds from one attempt of a delivery to the next. */
const WAITS = [5, 30, 120, 600, 1_800, 3_600, 7_200, 14_400, 28_800, 43_200, 43_200, 43_200, 43_200, 43_200]
/** Waits are longer by up to this part, so that what failed together is not tried again together. */
const JITTER = 0.2

/** Attempts of a delivery until it is given up, in 76 to 91 hours. */
export const MAX_ATTEMPTS = WAITS.length + 1

/** Seconds to wait after this many attempts; undefined where there is no further one. */
export function waitAfter(attempts: number): number | undefined {
  const wait = WAITS[attempts - 1]
  return wait === undefined ? undefined : wait * (1 + Math.random() * JITTER)
}

/** Failures in a row, of whichever deliveries, from which on the receiver counts as away. */
export const AWAY_AFTER = 5
const FIRST_AWAY_WAIT = 5
const LONGEST_AWAY_WAIT = 300

/** Seconds until a receiver gets its next attempt after this many failures in a row; 0 where it does not count as away. */
export function awayWait(failures: number): number {
  if (failures < AWAY_AFTER) return 0
  const wait = Math.min(LONGEST_AWAY_WAIT, FIRST_AWAY_WAIT * 2 ** (failures - AWAY_AFTER))
  return wait * (1 + Math.random() * JITTER)
}
