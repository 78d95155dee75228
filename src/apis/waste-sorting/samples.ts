import type { Samples } from '../../accounts/samples.js'

export const samples: Samples = {
  accounts: [
    { name: 'admintest', password: 'admintest', values: { role_id: 1 } },
    { name: 'usertest', password: 'usertest', values: { points: 100 } }
  ]
}
