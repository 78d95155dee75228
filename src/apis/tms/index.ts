import type { operations } from '../../../generated/tms.js'
import { tmsRealm, type TmsAccount } from '../../realms/tms.js'
import { defineApi } from '../../http/api.js'
import { countTasks } from './countTasks.js'
import { createTask } from './createTask.js'
import { deleteTask } from './deleteTask.js'
import { endOtherSessions } from './endOtherSessions.js'
import { endOwnSession } from './endOwnSession.js'
import { getCurrentUser } from './getCurrentUser.js'
import { getTask } from './getTask.js'
import { listOwnSessions } from './listOwnSessions.js'
import { listTasks } from './listTasks.js'
import { listUsers } from './listUsers.js'
import { login } from './login.js'
import { logout } from './logout.js'
import { problems } from './problems.js'
import { register } from './register.js'
import { samples } from './samples.js'
import { updateCurrentUser } from './updateCurrentUser.js'
import { updateTask } from './updateTask.js'

export const tms = defineApi<operations, TmsAccount>({
  realm: tmsRealm,
  problems,
  accountCreation: { operationId: 'register', fields: { name: 'username', password: 'password' } },
  samples,
  handlers: {
    countTasks,
    createTask,
    deleteTask,
    endOtherSessions,
    endOwnSession,
    getCurrentUser,
    getTask,
    listOwnSessions,
    listTasks,
    listUsers,
    login,
    logout,
    register,
    updateCurrentUser,
    updateTask
  }
})
