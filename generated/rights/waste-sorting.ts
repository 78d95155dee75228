/** Made from openapi/ by scripts/rights.mjs. Do not edit. */
export const rights = {
  "listUsers": "users:administer",
  "countUsers": "users:administer",
  "createAdministrator": "users:administer",
  "getUser": "users:administer",
  "setUserStatus": "users:administer",
  "setUserPassword": "users:administer",
  "countLogins": "users:administer",
  "countRegistrations": "users:administer",
  "countRefusals": "users:administer",
  "listSessions": "users:administer",
  "endSession": "users:administer",
  "endUserSessions": "users:administer"
} as const
