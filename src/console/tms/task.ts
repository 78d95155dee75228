import type { TmsSchemas } from 'quintet-sdk/tms'

export type Task = TmsSchemas['Task']
export type Status = TmsSchemas['TaskStatus']

/** In the order of the work. */
export const STATUSES = ['待办', '进行中', '已完成'] as const satisfies readonly Status[]

export const isStatus = (text: string): text is Status => STATUSES.some((status) => status === text)

/** The status that many steps further on; undefined where there is none. */
export function statusAt(status: Status, step: number): Status | undefined {
  return STATUSES[STATUSES.indexOf(status) + step]
}
