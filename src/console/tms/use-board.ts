import { computed, shallowReactive, shallowRef, type ComputedRef } from 'vue'
import { usePageReader, type PageReader } from '../lists/use-page-reader.ts'
import { reading } from '../session/session.ts'
import { shownTask, withTask, type Board } from './board-state.ts'
import { session } from './session.ts'
import { moveTask, notifyProblem, taskChanges } from './task-actions.ts'
import { taskQuery, type TaskFilters } from './task-filters.ts'
import { STATUSES, type Status, type Task } from './task.ts'

const STEP = 20
/** As many as one page of `listTasks` may have. */
const MOST = 1000

/** The tasks of one status: as many as the reader loaded, read as one page, so that none is missed or shown twice. */
export interface Lane extends Omit<PageReader<Task>, 'read'> {
  readonly status: Status
  readonly hasMore: ComputedRef<boolean>
  reload(): Promise<void>
  more(): void
  /** Back to as many as at first. */
  restart(): void
}

export interface TaskBoard {
  readonly lanes: Lane[]
  /** Ids of tasks whose move has been sent. */
  readonly moving: ReadonlySet<number>
  reload(): void
  restart(): void
  /** Moves a task; true when it was. */
  move(task: Task, status: Status): Promise<boolean>
}

function useLane(status: Status, filters: () => TaskFilters): Lane {
  const { read, show, rows, total, phase, problem } = usePageReader<Task>()
  const limit = shallowRef(STEP)
  const reload = (): Promise<void> =>
    read(
      async (signal) => {
        const query = { ...taskQuery({ ...filters(), status }), page: 1, limit: limit.value }
        const { data } = (await session.call((api) => api.listTasks({ query, signal, ...reading }))).body
        return { rows: data.tasks, total: data.total }
      },
      () => true
    )
  const readFrom = (count: number): void => {
    limit.value = count
    void reload()
  }
  return {
    status,
    rows,
    total,
    phase,
    problem,
    reload,
    hasMore: computed(() => rows.value.length < total.value && limit.value < MOST),
    more: () => readFrom(Math.min(MOST, limit.value + STEP)),
    restart: () => readFrom(STEP),
    show(page) {
      const isOutdated = phase.value === 'reading'
      show(page)
      if (isOutdated) void reload()
    }
  }
}

/** The board of the tasks that match the filters. */
export function useBoard(filters: () => TaskFilters): TaskBoard {
  const lanes = STATUSES.map((status) => useLane(status, filters))
  const moving = shallowReactive(new Set<number>())
  const reload = (): void => lanes.forEach((lane) => void lane.reload())
  const board = (): Board =>
    Object.fromEntries(
      lanes.map(({ status, rows, total }) => [status, { rows: rows.value, total: total.value }])
    ) as Board

  taskChanges.use(({ row }) => {
    const next = row && withTask(board(), row)
    if (next === undefined) return reload()
    for (const lane of lanes) lane.show(next[lane.status])
  })

  async function move(task: Task, status: Status): Promise<boolean> {
    if (moving.has(task.id) || task.status === status) return false
    moving.add(task.id)
    try {
      await moveTask(shownTask(board(), task.id) ?? task, status)
      return true
    } catch (error) {
      notifyProblem(error)
      reload()
      return false
    } finally {
      moving.delete(task.id)
    }
  }
  return { lanes, moving, reload, restart: () => lanes.forEach((lane) => lane.restart()), move }
}
