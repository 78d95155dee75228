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
var julong_exports = {};
__export(julong_exports, {
  createJulong: () => createJulong
});
module.exports = __toCommonJS(julong_exports);
var import_client = require("./lib/client.js");
const operations = {
  login: { "method": "POST", "path": "/api/private/v1/login", "statuses": [200, 400, 403, 422], "repeatable": true, "opens": "/data/token" },
  listUsers: { "method": "GET", "path": "/api/private/v1/user", "statuses": [200, 400, 401, 403], "secured": true, "repeatable": true, "pages": { "number": "pagenum", "size": "pagesize", "items": "/data/users" } },
  countUsers: { "method": "GET", "path": "/api/private/v1/user/count", "statuses": [200, 400, 401, 403], "secured": true, "repeatable": true },
  getCurrentUser: { "method": "GET", "path": "/api/private/v1/me", "statuses": [200, 400, 401], "secured": true, "repeatable": true },
  changePassword: { "method": "PUT", "path": "/api/private/v1/me/password", "statuses": [200, 400, 401, 422], "secured": true },
  getSecondFactor: { "method": "GET", "path": "/api/private/v1/me/second-factor", "statuses": [200, 400, 401], "secured": true, "repeatable": true },
  confirmSecondFactor: { "method": "PUT", "path": "/api/private/v1/me/second-factor", "statuses": [200, 400, 401, 422], "secured": true },
  beginSecondFactor: { "method": "POST", "path": "/api/private/v1/me/second-factor", "statuses": [200, 400, 401, 422], "secured": true },
  removeSecondFactor: { "method": "POST", "path": "/api/private/v1/me/second-factor/removal", "statuses": [200, 400, 401, 422], "secured": true },
  renewRecoveryCodes: { "method": "POST", "path": "/api/private/v1/me/second-factor/recovery-codes", "statuses": [200, 400, 401, 422], "secured": true },
  listUsersPlural: { "method": "GET", "path": "/api/private/v1/users", "statuses": [200, 400, 401, 403], "secured": true, "repeatable": true, "pages": { "number": "pagenum", "size": "pagesize", "items": "/data/users" } },
  addUser: { "method": "POST", "path": "/api/private/v1/users", "statuses": [201, 400, 401, 403, 422], "secured": true },
  registerUser: { "method": "POST", "path": "/api/private/v1/register", "statuses": [200, 400, 422] },
  checkUserName: { "method": "POST", "path": "/api/private/v1/isExist", "statuses": [200, 400, 422], "repeatable": true },
  setUserState: { "method": "PUT", "path": "/api/private/v1/users/{uId}/state/{type}", "statuses": [200, 400, 401, 403, 404], "secured": true, "repeatable": true },
  getUser: { "method": "GET", "path": "/api/private/v1/users/{id}", "statuses": [200, 400, 401, 403, 404], "secured": true, "repeatable": true },
  updateUser: { "method": "PUT", "path": "/api/private/v1/users/{id}", "statuses": [200, 400, 401, 403, 404, 422], "secured": true, "repeatable": true },
  patchUser: { "method": "PATCH", "path": "/api/private/v1/users/{id}", "statuses": [200, 400, 401, 403, 404, 422], "secured": true, "repeatable": true },
  removeUser: { "method": "DELETE", "path": "/api/private/v1/users/{id}", "statuses": [200, 400, 401, 403, 404], "secured": true, "repeatable": true },
  assignUserRole: { "method": "PUT", "path": "/api/private/v1/users/{id}/role", "statuses": [200, 400, 401, 403, 404, 422], "secured": true, "repeatable": true },
  removeUserSecondFactor: { "method": "DELETE", "path": "/api/private/v1/users/{id}/second-factor", "statuses": [200, 400, 401, 403, 404], "secured": true },
  listRights: { "method": "GET", "path": "/api/private/v1/rights/{type}", "statuses": [200, 400, 401, 403], "secured": true, "repeatable": true },
  listRoles: { "method": "GET", "path": "/api/private/v1/roles", "statuses": [200, 400, 401, 403], "secured": true, "repeatable": true },
  createRole: { "method": "POST", "path": "/api/private/v1/roles", "statuses": [201, 400, 401, 403, 422], "secured": true },
  getRole: { "method": "GET", "path": "/api/private/v1/roles/{id}", "statuses": [200, 400, 401, 403, 404], "secured": true, "repeatable": true },
  updateRole: { "method": "PUT", "path": "/api/private/v1/roles/{id}", "statuses": [200, 400, 401, 403, 404, 422], "secured": true, "repeatable": true },
  removeRole: { "method": "DELETE", "path": "/api/private/v1/roles/{id}", "statuses": [200, 400, 401, 403, 404], "secured": true, "repeatable": true },
  grantRoleRights: { "method": "POST", "path": "/api/private/v1/roles/{roleId}/rights", "statuses": [200, 400, 401, 403, 404, 422], "secured": true, "repeatable": true },
  revokeRoleRight: { "method": "DELETE", "path": "/api/private/v1/roles/{roleId}/rights/{rightId}", "statuses": [200, 400, 401, 403, 404], "secured": true, "repeatable": true },
  getRoleSecondFactor: { "method": "GET", "path": "/api/private/v1/roles/{roleId}/second-factor", "statuses": [200, 400, 401, 403, 404], "secured": true, "repeatable": true },
  setRoleSecondFactor: { "method": "PUT", "path": "/api/private/v1/roles/{roleId}/second-factor", "statuses": [200, 400, 401, 403, 404, 422], "secured": true, "repeatable": true },
  listMenus: { "method": "GET", "path": "/api/private/v1/menus", "statuses": [200, 400, 401, 403], "secured": true, "repeatable": true },
  listAudit: { "method": "GET", "path": "/api/private/v1/audit", "statuses": [200, 400, 401, 403], "secured": true, "repeatable": true, "pages": { "number": "pagenum", "size": "pagesize", "items": "/data/events" } },
  countAudit: { "method": "GET", "path": "/api/private/v1/audit/count", "statuses": [200, 400, 401, 403], "secured": true, "repeatable": true },
  logout: { "method": "POST", "path": "/api/private/v1/logout", "statuses": [200, 400, 401], "secured": true, "closes": true },
  listOwnSessions: { "method": "GET", "path": "/api/private/v1/me/sessions", "statuses": [200, 400, 401], "secured": true, "repeatable": true },
  endOtherSessions: { "method": "DELETE", "path": "/api/private/v1/me/sessions", "statuses": [200, 400, 401], "secured": true, "repeatable": true },
  endOwnSession: { "method": "DELETE", "path": "/api/private/v1/me/sessions/{id}", "statuses": [200, 400, 401, 404], "secured": true, "repeatable": true },
  listSessions: { "method": "GET", "path": "/api/private/v1/sessions", "statuses": [200, 400, 401, 403], "secured": true, "repeatable": true, "pages": { "number": "pagenum", "size": "pagesize", "items": "/data/sessions" } },
  endSession: { "method": "DELETE", "path": "/api/private/v1/sessions/{id}", "statuses": [200, 400, 401, 403, 404], "secured": true, "repeatable": true },
  endUserSessions: { "method": "DELETE", "path": "/api/private/v1/users/{id}/sessions", "statuses": [200, 400, 401, 403, 404], "secured": true, "repeatable": true }
};
const common = [408, 413, 415, 429, 431, 500, 503];
const createJulong = (options) => (0, import_client.createClient)(operations, common, options);
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  createJulong
});
//# sourceMappingURL=julong.js.map
