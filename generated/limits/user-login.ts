/** Made from openapi/ by scripts/limits.mjs. Do not edit. */
export const limits = {
  "register": {
    "email": {
      "required": true,
      "type": "string",
      "maxLength": 2048,
      "format": "email"
    },
    "password": {
      "required": true,
      "type": "string",
      "minLength": 1,
      "format": "new-password"
    },
    "first_name": {
      "required": true,
      "type": "string",
      "maxLength": 64
    },
    "last_name": {
      "required": true,
      "type": "string",
      "maxLength": 64
    },
    "phone_number": {
      "required": true,
      "type": "string",
      "maxLength": 32
    }
  },
  "login": {
    "email": {
      "required": true,
      "type": "string",
      "minLength": 1,
      "maxLength": 2048,
      "pattern": "\\S"
    },
    "password": {
      "required": true,
      "type": "string",
      "minLength": 1
    }
  },
  "resetPassword": {
    "email": {
      "required": true,
      "type": "string",
      "maxLength": 2048,
      "pattern": "\\S"
    },
    "old_password": {
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
  "resetPasswordHyphenated": {
    "email": {
      "required": true,
      "type": "string",
      "maxLength": 2048,
      "pattern": "\\S"
    },
    "old_password": {
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
  }
} as const
