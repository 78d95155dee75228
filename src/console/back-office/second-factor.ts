import { limits } from '../../../generated/limits/back-office.ts'
import type { OwnSecondFactor } from '../second-factor/own.ts'
import { reading } from '../session/session.ts'
import { session } from './session.ts'

export const ownSecondFactor: OwnSecondFactor = {
  limits: limits.removeSecondFactor,
  read: async () => (await session.call((api) => api.getSecondFactor({ ...reading }))).body,
  begin: async (currentPassword) =>
    (await session.call((api) => api.beginSecondFactor({ body: { currentPassword } }))).body,
  confirm: async (code) =>
    (await session.call((api) => api.confirmSecondFactor({ body: { code } }))).body.recoveryCodes,
  renew: async (body) => (await session.call((api) => api.renewRecoveryCodes({ body }))).body.recoveryCodes,
  remove: (body) => session.call((api) => api.removeSecondFactor({ body }))
}

export async function removeSecondFactorOf(id: string): Promise<void> {
  await session.call((api) => api.removeAdminSecondFactor({ path: { id } }))
}

export async function readRequired(rid: number): Promise<boolean> {
  return (await session.call((api) => api.getRoleSecondFactor({ path: { rid }, ...reading }))).body.required
}

export async function writeRequired(rid: number, required: boolean): Promise<void> {
  await session.call((api) => api.setRoleSecondFactor({ path: { rid }, body: { required } }))
}
