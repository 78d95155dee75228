/** The schemas that the database may have: with what PostgreSQL alone has, or in plain SQL. */
export const databaseSchemas = ['postgresql', 'portable'] as const
export type DatabaseSchema = (typeof databaseSchemas)[number]
