import { limits } from '../../../generated/limits/back-office.ts'
import { notify } from '../app/notices.ts'
import { rulesOf } from '../forms/rules.ts'
import { useForm, type Form } from '../forms/use-form.ts'
import { assignRole, updateAdmin } from './admin-actions.ts'
import { refreshAccount, session } from './session.ts'
import { t } from './texts.ts'

/** Details and role of an administrator; the contract has an operation for each. */
export function useAdminForm(id: () => string): Form<'email' | 'mobile' | 'rid'> {
  return useForm({
    initial: { email: '', mobile: '', rid: '' },
    rules: { ...rulesOf(limits.updateAdmin), ...rulesOf(limits.assignAdminRole) },
    async save(_, { rid, ...details }) {
      if (rid !== undefined) await assignRole(id(), Number(rid))
      if (Object.keys(details).length > 0) await updateAdmin(id(), details)
      notify(t('admins.saved'))
      if (session.account.value?.id === id()) await refreshAccount()
    }
  })
}
