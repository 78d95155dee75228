import type { ClientOptions } from './lib/options.js'
import type { Session } from './lib/session.js'
import type { Input, PagesInput, Paging, Result } from './lib/types.js'
import type { components, operations } from './contracts/tms.js'

/** The schemas of the contract, by name. */
export type TmsSchemas = components['schemas']

/** What the operation of this name takes. */
export type TmsInput<Name extends keyof operations> = Input<operations[Name]>

/** All answers that the operation of this name may give, one per status. */
export type TmsResult<Name extends keyof operations> = Result<operations[Name], 400 | 408 | 413 | 415 | 429 | 431 | 500 | 503>

/** 任务管理系统接口文档 */
export interface TmsClient extends Session<TmsResult<'listOwnSessions'>, TmsResult<'endOwnSession'>, TmsResult<'endOtherSessions'>> {
  /**
   * 用户登录
   *
   * Checks a username and password sent as a form, and answers with the username and a new token. The client keeps the token
   * and sends it in the header of every later request. `token` is `access_token` with `bearer ` before it.
   *
   * In an error, `data.username` is the username as it was sent. Where the server is set to hide which accounts exist,
   * an unknown username is answered with 用户密码错误 too. A disabled account learns so only with the right password.
   *
   * `POST /tms/login`
   *
   * - `200` 登录成功
   * - `400` 用户名不存在，用户密码错误，或用户已被禁用
   * - `422` 请求参数错误
   * - `default` 任何接口都可能遇到的错误：400 请求格式错误，408 请求超时，413 请求体过大，415 请求格式不支持，429 请求过于频繁，431 请求头过大，500 服务器内部错误，503 服务暂不可用
   */
  login(input: TmsInput<'login'>): Promise<TmsResult<'login'>>
  /**
   * 用户注册
   *
   * Makes an account and answers with it. The password is stored as a hash and never sent back.
   *
   * Only `username` and `password` are required; the other fields have defaults. A telephone number is any text of at most
   * 20 characters.
   *
   * `POST /tms/register`
   *
   * - `200` 注册成功
   * - `400` 用户名已存在，或请求体不是合法的 JSON
   * - `422` 请求参数错误
   * - `default` 任何接口都可能遇到的错误：400 请求格式错误，408 请求超时，413 请求体过大，415 请求格式不支持，429 请求过于频繁，431 请求头过大，500 服务器内部错误，503 服务暂不可用
   */
  register(input: TmsInput<'register'>): Promise<TmsResult<'register'>>
  /**
   * 用户退出登录
   *
   * Ends the token that the request was sent with; the account's other tokens go on working. No body is needed.
   * The document leaves this operation to be done (代办).
   *
   * `PUT /tms/logout`
   *
   * - `200` 退出成功
   * - `401` 未登录，或令牌无效、已过期、已退出
   * - `default` 任何接口都可能遇到的错误：400 请求格式错误，408 请求超时，413 请求体过大，415 请求格式不支持，429 请求过于频繁，431 请求头过大，500 服务器内部错误，503 服务暂不可用
   */
  logout(input?: TmsInput<'logout'>): Promise<TmsResult<'logout'>>
  /**
   * 查询当前登录用户的信息（个人信息展示）
   *
   * The account that the token belongs to, for the page that shows one's own details.
   *
   * `GET /tms/user/me`
   *
   * - `200` 查询成功
   * - `401` 未登录，或令牌无效、已过期、已退出
   * - `default` 任何接口都可能遇到的错误：400 请求格式错误，408 请求超时，413 请求体过大，415 请求格式不支持，429 请求过于频繁，431 请求头过大，500 服务器内部错误，503 服务暂不可用
   */
  getCurrentUser(input?: TmsInput<'getCurrentUser'>): Promise<TmsResult<'getCurrentUser'>>
  /**
   * 查询用户列表
   *
   * All accounts, ordered by id, for the user administration page.
   *
   * Without `page` and `limit` the list is whole, as documented. `limit` alone takes the first page; `page` alone means pages
   * of 20. A page beyond the last is empty. `total` is always the number of all accounts.
   *
   * `GET /tms/user/list`
   *
   * - `200` 查询成功
   * - `401` 未登录，或令牌无效、已过期、已退出
   * - `422` 请求参数错误
   * - `default` 任何接口都可能遇到的错误：400 请求格式错误，408 请求超时，413 请求体过大，415 请求格式不支持，429 请求过于频繁，431 请求头过大，500 服务器内部错误，503 服务暂不可用
   */
  listUsers: ((input?: TmsInput<'listUsers'>) => Promise<TmsResult<'listUsers'>>) & Paging<PagesInput<operations['listUsers'], 'page', 'limit'>, TmsResult<'listUsers'>, operations['listUsers']['responses'][200]['content']['application/json']['data']['users'][number]>
  /**
   * 修改当前用户信息
   *
   * Changes the caller's own account: any subset of the four fields, the rest staying as they are. The answer shows the
   * account before and after, each as an array of one.
   *
   * The caller's tokens go on working after a change of username. A body with none of the four fields changes nothing.
   *
   * `PUT /tms/user/update`
   *
   * - `200` 修改成功
   * - `400` 用户名已存在，或请求体不是合法的 JSON
   * - `401` 未登录，或令牌无效、已过期、已退出
   * - `422` 请求参数错误
   * - `default` 任何接口都可能遇到的错误：400 请求格式错误，408 请求超时，413 请求体过大，415 请求格式不支持，429 请求过于频繁，431 请求头过大，500 服务器内部错误，503 服务暂不可用
   */
  updateCurrentUser(input: TmsInput<'updateCurrentUser'>): Promise<TmsResult<'updateCurrentUser'>>
  /**
   * 新增任务
   *
   * Publishes a task in the caller's name and answers with it. Only `description` is required. `assignee` is the username of
   * an existing account; one that does not exist is a 422 on `assignee`.
   *
   * `POST /tms/task/create`
   *
   * - `200` 新增成功
   * - `400` 请求体不是合法的 JSON
   * - `401` 未登录，或令牌无效、已过期、已退出
   * - `422` 请求参数错误，或负责人不存在
   * - `default` 任何接口都可能遇到的错误：400 请求格式错误，408 请求超时，413 请求体过大，415 请求格式不支持，429 请求过于频繁，431 请求头过大，500 服务器内部错误，503 服务暂不可用
   */
  createTask(input: TmsInput<'createTask'>): Promise<TmsResult<'createTask'>>
  /**
   * 查询任务列表
   *
   * Tasks, ordered by id: everyone's, unless `mine` says otherwise. The filters narrow the list together.
   *
   * Without `page` and `limit` all that match are listed. `limit` alone takes the first page; `page` alone means pages of 20.
   * A page beyond the last is empty. `total` is the number of all tasks that match the filters, whatever the page.
   *
   * `GET /tms/task/list`
   *
   * - `200` 查询成功
   * - `401` 未登录，或令牌无效、已过期、已退出
   * - `422` 请求参数错误
   * - `default` 任何接口都可能遇到的错误：400 请求格式错误，408 请求超时，413 请求体过大，415 请求格式不支持，429 请求过于频繁，431 请求头过大，500 服务器内部错误，503 服务暂不可用
   */
  listTasks: ((input?: TmsInput<'listTasks'>) => Promise<TmsResult<'listTasks'>>) & Paging<PagesInput<operations['listTasks'], 'page', 'limit'>, TmsResult<'listTasks'>, operations['listTasks']['responses'][200]['content']['application/json']['data']['tasks'][number]>
  /**
   * 统计任务
   *
   * How many tasks there are by status, by type or by assignee, and the sum of their prices: everyone's, unless `mine` says
   * otherwise as in `GET /tms/task/list`. `total` is the number of all tasks that are counted.
   *
   * `by=status` has the three statuses in their order, with 0 too. `by=type` and `by=assignee` have the 20 names with the most
   * tasks, most first; behind them, where there are any, tasks without a type or an assignee under the empty `key`, and
   * all others together under the `key` null. A task of an account that is gone has no assignee.
   *
   * `GET /tms/task/count`
   *
   * - `200` 查询成功
   * - `401` 未登录，或令牌无效、已过期、已退出
   * - `422` 请求参数错误
   * - `default` 任何接口都可能遇到的错误：400 请求格式错误，408 请求超时，413 请求体过大，415 请求格式不支持，429 请求过于频繁，431 请求头过大，500 服务器内部错误，503 服务暂不可用
   */
  countTasks(input: TmsInput<'countTasks'>): Promise<TmsResult<'countTasks'>>
  /**
   * 查询任务详情
   *
   * One task. Everyone who is logged in may read it.
   *
   * `GET /tms/task/info/{id}`
   *
   * - `200` 查询成功
   * - `401` 未登录，或令牌无效、已过期、已退出
   * - `404` 任务不存在
   * - `422` 请求参数错误
   * - `default` 任何接口都可能遇到的错误：400 请求格式错误，408 请求超时，413 请求体过大，415 请求格式不支持，429 请求过于频繁，431 请求头过大，500 服务器内部错误，503 服务暂不可用
   */
  getTask(input: TmsInput<'getTask'>): Promise<TmsResult<'getTask'>>
  /**
   * 修改任务
   *
   * Changes any subset of a task's fields, the rest staying as they are. The answer shows the task before and after, each as
   * an array of one.
   *
   * The publisher may change every field; the assignee only `status`; all others are answered with 403. So that a client can
   * send the whole task back, a field that is sent with the value it already has is no change. A body with none of the fields
   * changes nothing, but is refused to the same people. `assignee` is the username of an existing account, or null for none;
   * one that does not exist is a 422 on `assignee`.
   *
   * `PUT /tms/task/update/{id}`
   *
   * - `200` 修改成功
   * - `400` 请求体不是合法的 JSON
   * - `401` 未登录，或令牌无效、已过期、已退出
   * - `403` 没有操作权限
   * - `404` 任务不存在
   * - `422` 请求参数错误，或负责人不存在
   * - `default` 任何接口都可能遇到的错误：400 请求格式错误，408 请求超时，413 请求体过大，415 请求格式不支持，429 请求过于频繁，431 请求头过大，500 服务器内部错误，503 服务暂不可用
   */
  updateTask(input: TmsInput<'updateTask'>): Promise<TmsResult<'updateTask'>>
  /**
   * 删除任务
   *
   * Removes a task for good. Only its publisher may; all others, the assignee too, are answered with 403.
   *
   * `DELETE /tms/task/delete/{id}`
   *
   * - `200` 删除成功
   * - `401` 未登录，或令牌无效、已过期、已退出
   * - `403` 没有操作权限
   * - `404` 任务不存在
   * - `422` 请求参数错误
   * - `default` 任何接口都可能遇到的错误：400 请求格式错误，408 请求超时，413 请求体过大，415 请求格式不支持，429 请求过于频繁，431 请求头过大，500 服务器内部错误，503 服务暂不可用
   */
  deleteTask(input: TmsInput<'deleteTask'>): Promise<TmsResult<'deleteTask'>>
  /**
   * 查询当前用户的登录会话
   *
   * Where the caller is logged in: a session for each login whose token can still be used. The one that this request was sent
   * with comes first, then the others, the newest first; 100 in all at most. A login from before sessions were
   * recorded is not listed; its token stays valid. `device` has the browser and the system that the login named, in words.
   *
   * `GET /tms/session/list`
   *
   * - `200` 查询成功
   * - `401` 未登录，或令牌无效、已过期、已退出
   * - `default` 任何接口都可能遇到的错误：400 请求格式错误，408 请求超时，413 请求体过大，415 请求格式不支持，429 请求过于频繁，431 请求头过大，500 服务器内部错误，503 服务暂不可用
   */
  listOwnSessions(input?: TmsInput<'listOwnSessions'>): Promise<TmsResult<'listOwnSessions'>>
  /**
   * 结束当前用户的一个登录会话
   *
   * Ends one session of the caller, this one too: its token is refused from then on. A session of another user answers as one
   * that does not exist.
   *
   * `DELETE /tms/session/delete/{id}`
   *
   * - `200` 会话已结束
   * - `401` 未登录，或令牌无效、已过期、已退出
   * - `404` 会话不存在
   * - `422` 请求参数错误
   * - `default` 任何接口都可能遇到的错误：400 请求格式错误，408 请求超时，413 请求体过大，415 请求格式不支持，429 请求过于频繁，431 请求头过大，500 服务器内部错误，503 服务暂不可用
   */
  endOwnSession(input: TmsInput<'endOwnSession'>): Promise<TmsResult<'endOwnSession'>>
  /**
   * 结束当前用户的其他登录会话
   *
   * Ends every session of the caller but the one that this request was sent with, also logins from before sessions were recorded.
   *
   * `DELETE /tms/session/others`
   *
   * - `200` 会话已结束
   * - `401` 未登录，或令牌无效、已过期、已退出
   * - `default` 任何接口都可能遇到的错误：400 请求格式错误，408 请求超时，413 请求体过大，415 请求格式不支持，429 请求过于频繁，431 请求头过大，500 服务器内部错误，503 服务暂不可用
   */
  endOtherSessions(input?: TmsInput<'endOtherSessions'>): Promise<TmsResult<'endOtherSessions'>>
}

/** A client of 任务管理系统接口文档. */
export declare function createTms(options?: ClientOptions): TmsClient
