import { computed, shallowRef, type ComputedRef } from 'vue'
import type { Column } from './columns.ts'

export interface ChosenColumns<Row> {
  readonly all: ComputedRef<Column<Row>[]>
  readonly shown: ComputedRef<Column<Row>[]>
  isShown(key: string): boolean
  toggle(key: string): void
}

/** The columns of a list that the reader chose, kept in this browser under `name`. The first one is always shown. */
export function useColumns<Row>(name: string, columns: () => Column<Row>[]): ChosenColumns<Row> {
  const key = `quintet-console:columns:${name}`
  const all = computed(columns)
  const chosen = shallowRef<Record<string, boolean>>(read(key))
  const isShown = (column: Column<Row>): boolean => chosen.value[column.key] ?? column.hidden !== true
  return {
    all,
    shown: computed(() => all.value.filter((column, index) => index === 0 || isShown(column))),
    isShown: (one) => all.value.some((column) => column.key === one && isShown(column)),
    toggle(one) {
      const column = all.value.find((candidate) => candidate.key === one)
      if (column === undefined) return
      chosen.value = { ...chosen.value, [one]: !isShown(column) }
      localStorage.setItem(key, JSON.stringify(chosen.value))
    }
  }
}

function read(key: string): Record<string, boolean> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, boolean>
  } catch {
    return {}
  }
}
