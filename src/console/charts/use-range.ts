import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import { zoneName } from '../i18n/zone.ts'
import { useListAddress, type ListAddress } from '../lists/use-list-address.ts'
import { periodOf, RANGES, type Period, type Range } from './period.ts'

export interface RangeOfCharts {
  readonly address: ListAddress<'range'>
  readonly period: ComputedRef<Period>
  /** When the charts were last to be read, in milliseconds since 1970. */
  readonly moment: Readonly<ShallowRef<number>>
  /** Reads all charts again. */
  refresh(): void
}

const DEFAULT: Range = '24h'

/** The period that charts show: the range of the address, in the zone that is chosen. */
export function useRange(): RangeOfCharts {
  const address = useListAddress({ range: DEFAULT as string })
  const moment = shallowRef(Date.now())
  const range = computed(() => RANGES.find((one) => one === address.state.value.filters.range) ?? DEFAULT)
  return {
    address,
    moment,
    period: computed(() => periodOf(range.value, moment.value, zoneName())),
    refresh: () => void (moment.value = Date.now())
  }
}
