/** Made from openapi/ by scripts/limits.mjs. Do not edit. */
export const limits = {
  "register": {
    "username": {
      "required": true,
      "type": "string",
      "minLength": 1,
      "maxLength": 64,
      "pattern": "\\S"
    },
    "password": {
      "required": true,
      "type": "string",
      "minLength": 1,
      "format": "new-password"
    }
  },
  "login": {
    "username": {
      "required": true,
      "type": "string",
      "minLength": 1,
      "maxLength": 64,
      "pattern": "\\S"
    },
    "password": {
      "required": true,
      "type": "string",
      "minLength": 1
    }
  },
  "changePassword": {
    "current_password": {
      "required": true,
      "type": "string",
      "minLength": 1
    },
    "new_password": {
      "required": true,
      "type": "string",
      "minLength": 1,
      "format": "new-password"
    }
  },
  "createAdministrator": {
    "username": {
      "required": true,
      "type": "string",
      "minLength": 1,
      "maxLength": 64,
      "pattern": "\\S"
    },
    "password": {
      "required": true,
      "type": "string",
      "minLength": 1,
      "format": "new-password"
    }
  },
  "setUserStatus": {
    "status": {
      "required": true,
      "type": "integer",
      "enum": [
        0,
        1
      ]
    }
  },
  "setUserPassword": {
    "new_password": {
      "required": true,
      "type": "string",
      "minLength": 1,
      "format": "new-password"
    }
  }
} as const
