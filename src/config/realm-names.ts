/** The five populations of accounts, each named as the API that it belongs to. */
export const realmNames = ['tms', 'julong', 'waste-sorting', 'user-login', 'back-office'] as const
export type RealmName = (typeof realmNames)[number]
