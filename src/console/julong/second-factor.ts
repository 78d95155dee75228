import { limits } from '../../../generated/limits/julong.ts'
import type { OwnSecondFactor } from '../second-factor/own.ts'
import { reading } from '../session/session.ts'
import { session } from './session.ts'

export const ownSecondFactor: OwnSecondFactor = {
  limits: limits.removeSecondFactor,
  async read() {
    const { recovery_codes_left: recoveryCodesLeft, ...state } = (
      await session.call((api) => api.getSecondFactor({ ...reading }))
    ).body.data
    return { ...state, recoveryCodesLeft }
  },
  async begin(currentPassword) {
    const { data } = (await session.call((api) => api.beginSecondFactor({ body: { currentPassword } }))).body
    return { secret: data.secret, uri: data.uri, qrSvg: data.qr_svg }
  },
  confirm: async (code) =>
    (await session.call((api) => api.confirmSecondFactor({ body: { code } }))).body.data.recovery_codes,
  renew: async (body) => (await session.call((api) => api.renewRecoveryCodes({ body }))).body.data.recovery_codes,
  remove: (body) => session.call((api) => api.removeSecondFactor({ body }))
}

export async function removeSecondFactorOf(id: number): Promise<void> {
  await session.call((api) => api.removeUserSecondFactor({ path: { id } }))
}

export async function readRequired(roleId: number): Promise<boolean> {
  return (await session.call((api) => api.getRoleSecondFactor({ path: { roleId }, ...reading }))).body.data.required
}

export async function writeRequired(roleId: number, required: boolean): Promise<void> {
  await session.call((api) => api.setRoleSecondFactor({ path: { roleId }, body: { required } }))
}
