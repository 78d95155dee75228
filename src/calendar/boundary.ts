import { DAY, HOUR, QUARTER, type Unit } from './units.js'
import type { Zone } from './zone.js'

/**
 * The first moment of the hour, day or month that `moment` is in, or of that many later (`shift` 1: the next one). All are
 * milliseconds since 1970. An hour that the clocks show twice is two hours, one that they leave out is none.
 */
export function boundary(unit: Unit, moment: number, zone: Zone, shift = 0): number {
  if (unit === 'hour') return startOfHour(moment + shift * HOUR, zone)
  const local = new Date(moment + zone(moment))
  const [year, month] = [local.getUTCFullYear(), local.getUTCMonth()]
  if (unit === 'month') return firstShown(Date.UTC(year, month + shift, 1), zone)
  return firstShown(Date.UTC(year, month, local.getUTCDate() + shift), zone)
}

function startOfHour(moment: number, zone: Zone): number {
  const ahead = zone(moment)
  let start = moment - modulo(moment + ahead, HOUR)
  // Clocks that were changed within the hour began another one.
  while (zone(start) !== ahead && start < moment) start += QUARTER
  return start
}

/** The first moment at which clocks show the local time, or a later one where they leave it out. */
function firstShown(local: number, zone: Zone): number {
  const offsets = [zone(local - DAY), zone(local + DAY)]
  const [most, least] = [Math.max(...offsets), Math.min(...offsets)]
  const early = local - most
  return zone(early) === most ? early : local - least
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor
}
