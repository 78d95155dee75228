import type { Samples } from '../../accounts/samples.js'

export const samples: Samples = {
  accounts: [
    {
      name: 'auroralorigin',
      password: '123456',
      values: { role_id: 1, mobile: '13888888888', email: '226608960@qq.com' }
    }
  ]
}
