/** Made from openapi/ by scripts/limits.mjs. Do not edit. */
export const limits = {
  "login": {
    "name": {
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
    },
    "code": {
      "type": "string",
      "maxLength": 64
    }
  },
  "changePassword": {
    "currentPassword": {
      "required": true,
      "type": "string",
      "minLength": 1
    },
    "newPassword": {
      "required": true,
      "type": "string",
      "minLength": 1,
      "format": "new-password"
    }
  },
  "beginSecondFactor": {
    "currentPassword": {
      "required": true,
      "type": "string",
      "minLength": 1
    }
  },
  "confirmSecondFactor": {
    "code": {
      "required": true,
      "type": "string",
      "minLength": 1,
      "maxLength": 64
    }
  },
  "removeSecondFactor": {
    "currentPassword": {
      "required": true,
      "type": "string",
      "minLength": 1
    },
    "code": {
      "required": true,
      "type": "string",
      "minLength": 1,
      "maxLength": 64
    }
  },
  "renewRecoveryCodes": {
    "currentPassword": {
      "required": true,
      "type": "string",
      "minLength": 1
    },
    "code": {
      "required": true,
      "type": "string",
      "minLength": 1,
      "maxLength": 64
    }
  },
  "createAdmin": {
    "name": {
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
    },
    "email": {
      "type": "string",
      "maxLength": 254
    },
    "mobile": {
      "type": "string",
      "maxLength": 20
    }
  },
  "updateAdmin": {
    "email": {
      "type": "string",
      "maxLength": 254
    },
    "mobile": {
      "type": "string",
      "maxLength": 20
    }
  },
  "patchAdmin": {
    "email": {
      "type": "string",
      "maxLength": 254
    },
    "mobile": {
      "type": "string",
      "maxLength": 20
    }
  },
  "assignAdminRole": {
    "rid": {
      "required": true,
      "type": "integer",
      "minimum": 1,
      "maximum": 2147483647
    }
  },
  "setRoleSecondFactor": {
    "required": {
      "required": true,
      "type": "boolean"
    }
  }
} as const
