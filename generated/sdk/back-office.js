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
var back_office_exports = {};
__export(back_office_exports, {
  createBackOffice: () => createBackOffice
});
module.exports = __toCommonJS(back_office_exports);
var import_client = require("./lib/client.js");
const operations = {
  login: { "method": "POST", "path": "/admin/login", "statuses": [200, 400, 403, 422], "repeatable": true, "opens": "" },
  getCurrentAdmin: { "method": "GET", "path": "/admin/me", "statuses": [200, 400, 401, 403], "secured": true, "repeatable": true },
  changePassword: { "method": "PUT", "path": "/admin/me/password", "statuses": [200, 400, 401, 403, 422], "secured": true },
  getSecondFactor: { "method": "GET", "path": "/admin/me/second-factor", "statuses": [200, 400, 401, 403], "secured": true, "repeatable": true },
  confirmSecondFactor: { "method": "PUT", "path": "/admin/me/second-factor", "statuses": [200, 400, 401, 403, 422], "secured": true },
  beginSecondFactor: { "method": "POST", "path": "/admin/me/second-factor", "statuses": [200, 400, 401, 403, 422], "secured": true },
  removeSecondFactor: { "method": "POST", "path": "/admin/me/second-factor/removal", "statuses": [200, 400, 401, 403, 422], "secured": true },
  renewRecoveryCodes: { "method": "POST", "path": "/admin/me/second-factor/recovery-codes", "statuses": [200, 400, 401, 403, 422], "secured": true },
  countAdmins: { "method": "GET", "path": "/admin/statistics", "statuses": [200, 400, 401, 403], "secured": true, "repeatable": true },
  listAdmins: { "method": "GET", "path": "/admin/admins", "statuses": [200, 400, 401, 403], "secured": true, "repeatable": true, "pages": { "number": "pagenum", "size": "pagesize", "items": "/data" } },
  createAdmin: { "method": "POST", "path": "/admin/admins", "statuses": [201, 400, 401, 403, 409, 422], "secured": true },
  setAdminState: { "method": "PUT", "path": "/admin/admins/{id}/state/{state}", "statuses": [200, 400, 401, 403, 404], "secured": true, "repeatable": true },
  getAdmin: { "method": "GET", "path": "/admin/admins/{id}", "statuses": [200, 400, 401, 403, 404], "secured": true, "repeatable": true },
  updateAdmin: { "method": "PUT", "path": "/admin/admins/{id}", "statuses": [200, 400, 401, 403, 404, 422], "secured": true, "repeatable": true },
  patchAdmin: { "method": "PATCH", "path": "/admin/admins/{id}", "statuses": [200, 400, 401, 403, 404, 422], "secured": true, "repeatable": true },
  removeAdmin: { "method": "DELETE", "path": "/admin/admins/{id}", "statuses": [200, 400, 401, 403, 404], "secured": true, "repeatable": true },
  assignAdminRole: { "method": "PUT", "path": "/admin/admins/{id}/role", "statuses": [200, 400, 401, 403, 404, 422], "secured": true, "repeatable": true },
  removeAdminSecondFactor: { "method": "DELETE", "path": "/admin/admins/{id}/second-factor", "statuses": [200, 400, 401, 403, 404], "secured": true },
  listRoles: { "method": "GET", "path": "/admin/roles", "statuses": [200, 400, 401, 403], "secured": true, "repeatable": true },
  getRoleSecondFactor: { "method": "GET", "path": "/admin/roles/{rid}/second-factor", "statuses": [200, 400, 401, 403, 404], "secured": true, "repeatable": true },
  setRoleSecondFactor: { "method": "PUT", "path": "/admin/roles/{rid}/second-factor", "statuses": [200, 400, 401, 403, 404, 422], "secured": true, "repeatable": true },
  countLogins: { "method": "GET", "path": "/admin/logins", "statuses": [200, 400, 401, 403], "secured": true, "repeatable": true },
  countRegistrations: { "method": "GET", "path": "/admin/registrations", "statuses": [200, 400, 401, 403], "secured": true, "repeatable": true },
  countRefusals: { "method": "GET", "path": "/admin/refusals", "statuses": [200, 400, 401, 403], "secured": true, "repeatable": true },
  logout: { "method": "POST", "path": "/admin/logout", "statuses": [200, 400, 401, 403], "secured": true, "closes": true },
  listOwnSessions: { "method": "GET", "path": "/admin/me/sessions", "statuses": [200, 400, 401, 403], "secured": true, "repeatable": true },
  endOtherSessions: { "method": "DELETE", "path": "/admin/me/sessions", "statuses": [200, 400, 401, 403], "secured": true, "repeatable": true },
  endOwnSession: { "method": "DELETE", "path": "/admin/me/sessions/{id}", "statuses": [200, 400, 401, 403, 404], "secured": true, "repeatable": true },
  listSessions: { "method": "GET", "path": "/admin/sessions", "statuses": [200, 400, 401, 403], "secured": true, "repeatable": true, "pages": { "number": "pagenum", "size": "pagesize", "items": "/data" } },
  endSession: { "method": "DELETE", "path": "/admin/sessions/{id}", "statuses": [200, 400, 401, 403, 404], "secured": true, "repeatable": true },
  endAdminSessions: { "method": "DELETE", "path": "/admin/admins/{id}/sessions", "statuses": [200, 400, 401, 403, 404], "secured": true, "repeatable": true }
};
const common = [408, 413, 415, 429, 431, 500, 503];
const createBackOffice = (options) => (0, import_client.createClient)(operations, common, options);
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  createBackOffice
});
//# sourceMappingURL=back-office.js.map
