import type { Handler } from './handler.js'
import { presentProfile } from './present.js'

export const getCurrentUser: Handler<'getCurrentUser'> = async ({ caller, reply }) =>
  reply(200, presentProfile(caller.account))
