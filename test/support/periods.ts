/** A query, the parameter of it that is refused, and the message. */
type Refused = [query: Record<string, string>, path: string, message: string]

const DAY = { from: '2025-01-01T00:00:00Z', to: '2025-01-02T00:00:00Z' }

/** Queries that are refused where entries of a period are counted. */
export const refusedPeriods: Refused[] = [
  [{ tz: 'nowhere' }, 'tz', '时区不存在'],
  [{ ...DAY, from: 'x' }, 'from', '开始时间的格式不正确'],
  [{ ...DAY, from: '1969-12-31T23:59:59Z' }, 'from', '开始时间必须在 1970 年至 9999 年之间'],
  [{ ...DAY, to: DAY.from }, 'to', '结束时间必须晚于开始时间']
]

/** The same where they are counted by hour, day or month, and those that name no such unit, or too small a one. */
export const refusedBuckets: Refused[] = [
  ...refusedPeriods.map(([query, ...refusal]): Refused => [{ by: 'day', ...query }, ...refusal]),
  [{}, 'by', '统计方式不能为空'],
  [{ by: 'action' }, 'by', '统计方式只能是 hour、day、month 之一'],
  [{ ...DAY, by: 'hour', to: '2025-02-01T00:00:00Z' }, 'by', '时间范围过长，最多统计 400 段']
]

/** The sum over all hours, days or months: of what a test does, a part may come after the end of an hour. */
export function sumOf<Field extends string>(field: Field, counts: Record<Field, number>[]): number {
  return counts.reduce((sum, count) => sum + count[field], 0)
}
