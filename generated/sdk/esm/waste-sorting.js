import { createClient } from "./lib/client.js";
const operations = {
  register: { "method": "POST", "path": "/api/auth/register", "statuses": [201, 400, 409] },
  login: { "method": "POST", "path": "/api/auth/login", "statuses": [200, 400, 401, 403], "repeatable": true, "opens": "/token" },
  getCurrentUser: { "method": "GET", "path": "/api/auth/me", "statuses": [200, 401, 403], "secured": true, "repeatable": true },
  changePassword: { "method": "PUT", "path": "/api/auth/change_password", "statuses": [200, 400, 401, 403], "secured": true },
  listUsers: { "method": "GET", "path": "/api/admin/users", "statuses": [200, 400, 401, 403], "secured": true, "repeatable": true, "pages": { "number": "page", "size": "limit", "items": "" } },
  countUsers: { "method": "GET", "path": "/api/admin/statistics", "statuses": [200, 400, 401, 403], "secured": true, "repeatable": true },
  createAdministrator: { "method": "POST", "path": "/api/admin/users/create_admin", "statuses": [201, 400, 401, 403, 409], "secured": true },
  getUser: { "method": "GET", "path": "/api/admin/users/{user_id}", "statuses": [200, 400, 401, 403, 404], "secured": true, "repeatable": true },
  setUserStatus: { "method": "PUT", "path": "/api/admin/users/{user_id}/status", "statuses": [200, 400, 401, 403, 404], "secured": true, "repeatable": true },
  setUserPassword: { "method": "PUT", "path": "/api/admin/users/{user_id}/set_password", "statuses": [200, 400, 401, 403, 404], "secured": true, "repeatable": true },
  countLogins: { "method": "GET", "path": "/api/admin/logins", "statuses": [200, 400, 401, 403], "secured": true, "repeatable": true },
  countRegistrations: { "method": "GET", "path": "/api/admin/registrations", "statuses": [200, 400, 401, 403], "secured": true, "repeatable": true },
  countRefusals: { "method": "GET", "path": "/api/admin/refusals", "statuses": [200, 400, 401, 403], "secured": true, "repeatable": true },
  logout: { "method": "POST", "path": "/api/auth/logout", "statuses": [200, 401, 403], "secured": true, "closes": true },
  listOwnSessions: { "method": "GET", "path": "/api/auth/sessions", "statuses": [200, 401, 403], "secured": true, "repeatable": true },
  endOtherSessions: { "method": "DELETE", "path": "/api/auth/sessions", "statuses": [200, 401, 403], "secured": true, "repeatable": true },
  endOwnSession: { "method": "DELETE", "path": "/api/auth/sessions/{session_id}", "statuses": [200, 400, 401, 403, 404], "secured": true, "repeatable": true },
  listSessions: { "method": "GET", "path": "/api/admin/sessions", "statuses": [200, 400, 401, 403], "secured": true, "repeatable": true, "pages": { "number": "page", "size": "limit", "items": "" } },
  endSession: { "method": "DELETE", "path": "/api/admin/sessions/{session_id}", "statuses": [200, 400, 401, 403, 404], "secured": true, "repeatable": true },
  endUserSessions: { "method": "DELETE", "path": "/api/admin/users/{user_id}/sessions", "statuses": [200, 400, 401, 403, 404], "secured": true, "repeatable": true }
};
const common = [400, 408, 413, 415, 429, 431, 500, 503];
const createWasteSorting = (options) => createClient(operations, common, options);
export {
  createWasteSorting
};
//# sourceMappingURL=waste-sorting.js.map
