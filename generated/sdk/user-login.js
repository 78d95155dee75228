var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var user_login_exports = {};
__export(user_login_exports, {
  createUserLogin: () => createUserLogin
});
module.exports = __toCommonJS(user_login_exports);
var import_client = require("./lib/client.js");
const operations = {
  register: { "method": "POST", "path": "/api/users/register", "statuses": [200, 400, 422] },
  login: { "method": "POST", "path": "/api/users/login", "statuses": [200, 400, 403, 422], "repeatable": true, "opens": "/access_token" },
  getCurrentUser: { "method": "GET", "path": "/api/users/me", "statuses": [200, 401], "secured": true, "repeatable": true },
  logout: { "method": "POST", "path": "/api/users/logout", "statuses": [200, 401], "secured": true, "closes": true },
  refreshToken: { "method": "POST", "path": "/api/users/refresh_token", "statuses": [200, 401, 403], "secured": true, "renews": "/access_token" },
  resetPassword: { "method": "POST", "path": "/api/users/reset_password", "statuses": [200, 400, 404] },
  resetPasswordHyphenated: { "method": "POST", "path": "/api/users/reset-password", "statuses": [200, 400, 404] },
  getMe: { "method": "GET", "path": "/api/me", "statuses": [200, 401, 404], "secured": true, "repeatable": true },
  listOwnSessions: { "method": "GET", "path": "/api/users/sessions", "statuses": [200, 401], "secured": true, "repeatable": true },
  endOwnSession: { "method": "DELETE", "path": "/api/users/sessions/{id}", "statuses": [200, 401, 404, 422], "secured": true, "repeatable": true },
  endOtherSessions: { "method": "POST", "path": "/api/users/logout_others", "statuses": [200, 401], "secured": true }
};
const common = [400, 408, 413, 415, 429, 431, 500, 503];
const createUserLogin = (options) => (0, import_client.createClient)(operations, common, options);
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  createUserLogin
});
//# sourceMappingURL=user-login.js.map
