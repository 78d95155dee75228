import { shallowRef, watch, type ShallowRef } from 'vue'
import { useApi } from '../app/current-api.ts'
import { useOutdated, type Changes } from '../session/changes.ts'
import { network } from '../session/network.ts'
import { problemOf, type Problem } from '../session/problem.ts'

export interface RecordReader<Value = unknown> {
  readonly value: Readonly<ShallowRef<Value | undefined>>
  readonly problem: Readonly<ShallowRef<Problem | undefined>>
  /** Whether another tab changed it since it was read. */
  readonly isOutdated: Readonly<ShallowRef<boolean>>
  reload(): Promise<void>
}

/**
 * Reads one record, and again when `key` changes, such as the id in the address. With `changes` it is
 * outdated when another tab has changed the record with this key.
 */
export function useRecord<Value>(
  key: () => unknown,
  read: () => Promise<Value>,
  changes?: Changes<unknown>
): RecordReader<Value> {
  const { session } = useApi()
  const value = shallowRef<Value>()
  const problem = shallowRef<Problem>()
  const isOutdated = useOutdated(changes, () => String(key()))
  let last = 0
  async function reload(): Promise<void> {
    const mine = ++last
    try {
      const result = await read()
      if (mine !== last) return
      value.value = result
      problem.value = undefined
      isOutdated.value = false
    } catch (error) {
      if (mine === last) problem.value = problemOf(error)
    }
  }
  watch(
    key,
    () => {
      value.value = undefined
      void reload()
    },
    { immediate: true }
  )
  // A form over the record keeps what was typed; only what failed is read again.
  watch([session.generation, () => network.returns], () => {
    if (problem.value !== undefined) void reload()
  })
  return { value, problem, isOutdated, reload }
}
