import { createClient } from "./lib/client.js";
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
const createUserLogin = (options) => createClient(operations, common, options);
export {
  createUserLogin
};
//# sourceMappingURL=user-login.js.map
