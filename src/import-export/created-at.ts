/** A moment of RFC 3339 whose clock and offset exist: no hour 24, no second 60, no offset beyond 14 hours. */
const FORM =
  /^(\d{4})-(\d\d)-(\d\d)[T ](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)$/i

const EARLIEST = Date.UTC(1970, 0, 1)
/** Clocks of two installations differ by less. */
const TOLERANCE_MS = 86_400_000

/** Why an account cannot have been made at this moment; undefined when it can. No software here is older than 1970. */
export function createdAtProblem(text: string): string | undefined {
  const [, year, month, day] = FORM.exec(text) ?? []
  if (day === undefined || !isDate(Number(year), Number(month), Number(day))) {
    return 'created_at is no moment such as 2024-06-01T08:04:06.654Z or 2024-06-01T16:04:06+08:00'
  }
  const moment = Date.parse(text.replace(' ', 'T').toUpperCase())
  if (moment < EARLIEST) return 'created_at is before 1970'
  return moment > Date.now() + TOLERANCE_MS ? 'created_at is in the future' : undefined
}

function isDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
