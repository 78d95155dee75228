/** A column of a file: a field of the rows, or a name and what is below it. */
export type FileField<Row> = (keyof Row & string) | { name: string; of: (row: Row) => unknown }

export const nameOf = <Row>(field: FileField<Row>): string => (typeof field === 'string' ? field : field.name)

export function valueOf<Row>(field: FileField<Row>, row: Row): unknown {
  return typeof field === 'string' ? row[field] : field.of(row)
}
