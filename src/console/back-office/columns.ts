import type { Column } from '../lists/columns.ts'
import type { Admin, Role } from './session.ts'
import { t } from './texts.ts'

export const adminColumns = (): Column<Admin>[] => [
  { key: 'name', label: t('admins.name'), text: ({ name }) => name },
  { key: 'role', label: t('admins.role'), text: ({ role }) => role, onPhone: true },
  { key: 'email', label: t('admins.email'), text: ({ email }) => email },
  { key: 'mobile', label: t('admins.mobile'), text: ({ mobile }) => mobile },
  { key: 'state', label: t('admins.state'), onPhone: true },
  { key: 'id', label: t('admins.id'), text: ({ _id }) => _id, kind: 'id', hidden: true },
  { key: 'version', label: t('admins.version'), text: ({ __v }) => __v, kind: 'number', hidden: true }
]

export const roleColumns = (): Column<Role>[] => [
  { key: 'role', label: t('admins.role'), text: ({ role }) => role },
  { key: 'description', label: t('roles.description'), text: ({ description }) => description, onPhone: true },
  { key: 'rid', label: t('roles.id'), text: ({ rid }) => rid, kind: 'id', onPhone: true }
]
