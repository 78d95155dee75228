/** Part of the text of released migrations: a change goes into a new one. The highest is the highest that JavaScript has. */
export const ID = 'bigint generated always as identity (maxvalue 9007199254740991) primary key'
