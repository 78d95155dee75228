/** Made from openapi/ by scripts/limits.mjs. Do not edit. */
export const limits = {
  "login": {
    "username": {
      "required": true,
      "type": "string",
      "minLength": 1,
      "maxLength": 64
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
  "addUser": {
    "userName": {
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
      "maxLength": 64
    }
  },
  "registerUser": {
    "user": {
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
  "checkUserName": {
    "userName": {
      "required": true,
      "type": "string",
      "minLength": 1,
      "maxLength": 64,
      "pattern": "\\S"
    }
  },
  "updateUser": {
    "email": {
      "type": "string",
      "maxLength": 254
    },
    "mobile": {
      "type": "string",
      "maxLength": 64
    }
  },
  "patchUser": {
    "email": {
      "type": "string",
      "maxLength": 254
    },
    "mobile": {
      "type": "string",
      "maxLength": 64
    }
  },
  "assignUserRole": {
    "rid": {
      "required": true,
      "type": "integer",
      "minimum": -1,
      "maximum": 9007199254740991
    }
  },
  "createRole": {
    "roleName": {
      "required": true,
      "type": "string",
      "minLength": 1,
      "maxLength": 64,
      "pattern": "\\S"
    },
    "roleDesc": {
      "type": "string",
      "maxLength": 200
    }
  },
  "updateRole": {
    "roleName": {
      "required": true,
      "type": "string",
      "minLength": 1,
      "maxLength": 64,
      "pattern": "\\S"
    },
    "roleDesc": {
      "type": "string",
      "maxLength": 200
    }
  },
  "grantRoleRights": {
    "rids": {
      "required": true,
      "type": "string",
      "maxLength": 4096,
      "pattern": "^ *([1-9][0-9]{0,8} *)?(, *([1-9][0-9]{0,8} *)?)*$"
    }
  },
  "setRoleSecondFactor": {
    "required": {
      "required": true,
      "type": "boolean"
    }
  }
} as const
