import { formatNumber } from '../i18n/times.ts'
import type { Column } from '../lists/columns.ts'
import type { User } from './session.ts'
import { t } from './texts.ts'

const roleName = ({ role }: User): string => t(role === 1 ? 'users.administrator' : 'users.user')
const stateName = ({ status }: User): string => t(status === 1 ? 'users.banned' : 'users.normal')

export const userColumns = (): Column<User>[] => [
  { key: 'username', label: t('users.username'), text: ({ username }) => username },
  { key: 'role', label: t('users.role'), text: roleName, onPhone: true },
  {
    key: 'points',
    label: t('users.points'),
    text: ({ points }) => formatNumber(points),
    kind: 'number',
    onPhone: true
  },
  { key: 'status', label: t('users.status'), text: stateName, onPhone: true },
  { key: 'id', label: t('users.id'), text: ({ id }) => id, kind: 'id', hidden: true }
]
