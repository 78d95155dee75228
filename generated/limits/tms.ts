/** Made from openapi/ by scripts/limits.mjs. Do not edit. */
export const limits = {
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
    },
    "nickname": {
      "type": "string",
      "maxLength": 64
    },
    "gender": {
      "type": "string",
      "enum": [
        "男",
        "女",
        "保密"
      ]
    },
    "telephone": {
      "type": "string",
      "maxLength": 20
    }
  },
  "updateCurrentUser": {
    "username": {
      "type": "string",
      "minLength": 1,
      "maxLength": 64,
      "pattern": "\\S"
    },
    "nickname": {
      "type": "string",
      "maxLength": 64
    },
    "gender": {
      "type": "string",
      "enum": [
        "男",
        "女",
        "保密"
      ]
    },
    "telephone": {
      "type": "string",
      "maxLength": 20
    }
  },
  "createTask": {
    "description": {
      "required": true,
      "type": "string",
      "minLength": 1,
      "maxLength": 200,
      "pattern": "\\S"
    },
    "detail": {
      "type": "string",
      "maxLength": 10000
    },
    "type": {
      "type": "string",
      "maxLength": 100
    },
    "price": {
      "type": "number",
      "minimum": 0,
      "maximum": 99999999.99
    },
    "status": {
      "type": "string",
      "enum": [
        "待办",
        "进行中",
        "已完成"
      ]
    },
    "assignee": {
      "type": "string",
      "minLength": 1,
      "maxLength": 64,
      "pattern": "\\S"
    }
  },
  "updateTask": {
    "description": {
      "type": "string",
      "minLength": 1,
      "maxLength": 200,
      "pattern": "\\S"
    },
    "detail": {
      "type": "string",
      "maxLength": 10000
    },
    "type": {
      "type": "string",
      "maxLength": 100
    },
    "price": {
      "type": "number",
      "minimum": 0,
      "maximum": 99999999.99
    },
    "status": {
      "type": "string",
      "enum": [
        "待办",
        "进行中",
        "已完成"
      ]
    },
    "assignee": {
      "type": "string",
      "minLength": 1,
      "maxLength": 64,
      "pattern": "\\S"
    }
  }
} as const
