import type { Samples } from '../../accounts/samples.js'

/** The role that julong's document gives to an account (3.7), with the rights that its contract shows. */
const ROLE = { id: 30, name: '用户管理员', description: '管理用户' }
const ROLE_RIGHTS = [125, 110, 131, 136]

export const samples: Samples = {
  accounts: [{ name: 'admin', password: '123456', values: { role_id: 0, mobile: '123', email: '1371446705@qq.com' } }],
  async prepare(db) {
    const rights = ROLE_RIGHTS.map((id) => ({ role_id: ROLE.id, right_id: id }))
    await db('julong.roles').insert(ROLE).onConflict().ignore()
    await db('julong.role_rights').insert(rights).onConflict().ignore()
  }
}
