import { createClient } from "./lib/client.js";
const operations = {
  login: { "method": "POST", "path": "/tms/login", "statuses": [200, 400, 422], "form": true, "repeatable": true, "opens": "/data/access_token" },
  register: { "method": "POST", "path": "/tms/register", "statuses": [200, 400, 422] },
  logout: { "method": "PUT", "path": "/tms/logout", "statuses": [200, 401], "secured": true, "repeatable": true, "closes": true },
  getCurrentUser: { "method": "GET", "path": "/tms/user/me", "statuses": [200, 401], "secured": true, "repeatable": true },
  listUsers: { "method": "GET", "path": "/tms/user/list", "statuses": [200, 401, 422], "secured": true, "repeatable": true, "pages": { "number": "page", "size": "limit", "items": "/data/users" } },
  updateCurrentUser: { "method": "PUT", "path": "/tms/user/update", "statuses": [200, 400, 401, 422], "secured": true, "repeatable": true },
  createTask: { "method": "POST", "path": "/tms/task/create", "statuses": [200, 400, 401, 422], "secured": true },
  listTasks: { "method": "GET", "path": "/tms/task/list", "statuses": [200, 401, 422], "secured": true, "repeatable": true, "pages": { "number": "page", "size": "limit", "items": "/data/tasks" } },
  countTasks: { "method": "GET", "path": "/tms/task/count", "statuses": [200, 401, 422], "secured": true, "repeatable": true },
  getTask: { "method": "GET", "path": "/tms/task/info/{id}", "statuses": [200, 401, 404, 422], "secured": true, "repeatable": true },
  updateTask: { "method": "PUT", "path": "/tms/task/update/{id}", "statuses": [200, 400, 401, 403, 404, 422], "secured": true, "repeatable": true },
  deleteTask: { "method": "DELETE", "path": "/tms/task/delete/{id}", "statuses": [200, 401, 403, 404, 422], "secured": true, "repeatable": true },
  listOwnSessions: { "method": "GET", "path": "/tms/session/list", "statuses": [200, 401], "secured": true, "repeatable": true },
  endOwnSession: { "method": "DELETE", "path": "/tms/session/delete/{id}", "statuses": [200, 401, 404, 422], "secured": true, "repeatable": true },
  endOtherSessions: { "method": "DELETE", "path": "/tms/session/others", "statuses": [200, 401], "secured": true, "repeatable": true }
};
const common = [400, 408, 413, 415, 429, 431, 500, 503];
const createTms = (options) => createClient(operations, common, options);
export {
  createTms
};
//# sourceMappingURL=tms.js.map
