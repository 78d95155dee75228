import type { Samples } from '../../accounts/samples.js'

export const samples: Samples = {
  accounts: [
    { name: 'admin', password: 'zhou0914.', values: { gender: '男', telephone: '18425232971' } },
    { name: '21089', password: 'zhou0914.', values: { gender: '女', telephone: '15068189936' } },
    { name: '32088', password: 'zhou0914.', values: { gender: '男', telephone: '13425636267' } },
    { name: '32089', password: 'zhou0914.', values: { nickname: '会飞的猪', gender: '男', telephone: '13425636267' } }
  ]
}
