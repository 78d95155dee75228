import { profileWriter } from '../../accounts/profile.js'
import type { Samples } from '../../accounts/samples.js'

export const samples: Samples = {
  accounts: [
    {
      name: 'user@example.com',
      password: 'currentpassword',
      also: profileWriter({ first_name: 'John', last_name: 'Doe', phone_number: '13800000000' })
    }
  ]
}
