import type { ClientOptions } from './lib/options.js'
import type { Session } from './lib/session.js'
import type { Input, PagesInput, Paging, Result } from './lib/types.js'
import type { components, operations } from './contracts/waste-sorting.js'

/** The schemas of the contract, by name. */
export type WasteSortingSchemas = components['schemas']

/** What the operation of this name takes. */
export type WasteSortingInput<Name extends keyof operations> = Input<operations[Name]>

/** All answers that the operation of this name may give, one per status. */
export type WasteSortingResult<Name extends keyof operations> = Result<operations[Name], 400 | 408 | 413 | 415 | 429 | 431 | 500 | 503>

/** 垃圾分类系统接口文档 */
export interface WasteSortingClient extends Session<WasteSortingResult<'listOwnSessions'>, WasteSortingResult<'endOwnSession'>, WasteSortingResult<'endOtherSessions'>> {
  /**
   * 用户注册页面
   *
   * Registers an ordinary user (role 0, 0 points). The account may log in at once.
   *
   * `POST /api/auth/register`
   *
   * - `201` 注册成功
   * - `400` 请求参数不完整或无效
   * - `409` 用户名已存在
   * - `default` 其他错误：请求地址无法解析（400）、请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  register(input: WasteSortingInput<'register'>): Promise<WasteSortingResult<'register'>>
  /**
   * 用户登录页面
   *
   * Logs in a user or an administrator. An unknown username and a wrong password are refused alike; a banned account
   * learns of its ban only with the right password.
   *
   * `POST /api/auth/login`
   *
   * - `200` 登录成功
   * - `400` 请求参数不完整或无效
   * - `401` 登录失败
   * - `403` 账户已被封禁
   * - `default` 其他错误：请求地址无法解析（400）、请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  login(input: WasteSortingInput<'login'>): Promise<WasteSortingResult<'login'>>
  /**
   * 获取当前用户
   *
   * The account that the token belongs to, of a user or an administrator. The document does not have this operation.
   *
   * `GET /api/auth/me`
   *
   * - `200` 当前用户
   * - `401` 令牌缺失或无效
   * - `403` 账户已被封禁
   * - `default` 其他错误：请求地址无法解析（400）、请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  getCurrentUser(input?: WasteSortingInput<'getCurrentUser'>): Promise<WasteSortingResult<'getCurrentUser'>>
  /**
   * 修改个人密码
   *
   * The caller changes their own password. The token of this request goes on working; every other token of the
   * account ends. The new password may equal the old one.
   *
   * `PUT /api/auth/change_password`
   *
   * - `200` 密码修改成功
   * - `400` 请求参数不完整或无效
   * - `401` 令牌缺失或无效
   * - `403` 当前密码不正确，或账户已被封禁
   * - `default` 其他错误：请求地址无法解析（400）、请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  changePassword(input: WasteSortingInput<'changePassword'>): Promise<WasteSortingResult<'changePassword'>>
  /**
   * 获取用户列表
   *
   * All accounts, users and administrators, in the order of their ids. Beyond the document, `page` and `limit`
   * narrow the list: `limit` alone answers the first page, `page` alone takes pages of 20, and a page past the end
   * is an empty list. A value out of range is 400 请求参数不完整.
   *
   * `GET /api/admin/users`
   *
   * - `200` 用户列表
   * - `400` 请求参数不完整或无效
   * - `401` 令牌缺失或无效
   * - `403` 需要管理员权限，或账户已被封禁
   * - `default` 其他错误：请求地址无法解析（400）、请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  listUsers: ((input?: WasteSortingInput<'listUsers'>) => Promise<WasteSortingResult<'listUsers'>>) & Paging<PagesInput<operations['listUsers'], 'page', 'limit'>, WasteSortingResult<'listUsers'>, operations['listUsers']['responses'][200]['content']['application/json'][number]>
  /**
   * 统计用户
   *
   * How many accounts there are by points, by status or by role, and the sum of their points. Each range, status and role is
   * counted, with 0 too. The ranges of points are 0, 1–99, 100–499, 500–999, 1000–4999, 5000–9999, and 10000 and more; less
   * than 0 counts as 0 there. `by` missing or unknown is 400 请求参数不完整. The document does not have this operation.
   *
   * `GET /api/admin/statistics`
   *
   * - `200` 统计结果
   * - `400` 请求参数不完整或无效
   * - `401` 令牌缺失或无效
   * - `403` 需要管理员权限，或账户已被封禁
   * - `default` 其他错误：请求地址无法解析（400）、请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  countUsers(input: WasteSortingInput<'countUsers'>): Promise<WasteSortingResult<'countUsers'>>
  /**
   * 创建管理员账号
   *
   * Creates an administrator (role 1, 0 points, not banned). The document names no status for success; it is 201.
   *
   * `POST /api/admin/users/create_admin`
   *
   * - `201` 创建成功
   * - `400` 请求参数不完整或无效
   * - `401` 令牌缺失或无效
   * - `403` 需要管理员权限，或账户已被封禁
   * - `409` 用户名已存在
   * - `default` 其他错误：请求地址无法解析（400）、请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  createAdministrator(input: WasteSortingInput<'createAdministrator'>): Promise<WasteSortingResult<'createAdministrator'>>
  /**
   * 获取单个用户详情
   *
   * One account. An id that is no integer, or is out of range, is 400 无效的状态值, the document's own text.
   *
   * `GET /api/admin/users/{user_id}`
   *
   * - `200` 用户详情
   * - `400` 用户 id 无效
   * - `401` 令牌缺失或无效
   * - `403` 需要管理员权限，或账户已被封禁
   * - `404` 用户不存在
   * - `default` 其他错误：请求地址无法解析（400）、请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  getUser(input: WasteSortingInput<'getUser'>): Promise<WasteSortingResult<'getUser'>>
  /**
   * 封禁/解封用户
   *
   * Bans (1) or unbans (0) an account. The tokens of a banned account end: while the ban lasts they are answered with
   * 403 该账户已被封禁, and after it they stay invalid. Beyond the document, administrators can ban neither themselves
   * nor the last administrator who is not banned; both are 400.
   *
   * `PUT /api/admin/users/{user_id}/status`
   *
   * - `200` 状态已更新
   * - `400` 状态值或用户 id 无效，或该管理员不能被封禁
   * - `401` 令牌缺失或无效
   * - `403` 需要管理员权限，或账户已被封禁
   * - `404` 用户不存在
   * - `default` 其他错误：请求地址无法解析（400）、请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  setUserStatus(input: WasteSortingInput<'setUserStatus'>): Promise<WasteSortingResult<'setUserStatus'>>
  /**
   * 修改用户密码
   *
   * Gives an account a new password. Every token of that account ends, the caller's own included when they name
   * themselves.
   *
   * `PUT /api/admin/users/{user_id}/set_password`
   *
   * - `200` 密码已更新
   * - `400` 缺少新密码，或用户 id 无效
   * - `401` 令牌缺失或无效
   * - `403` 需要管理员权限，或账户已被封禁
   * - `404` 用户不存在
   * - `default` 其他错误：请求地址无法解析（400）、请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  setUserPassword(input: WasteSortingInput<'setUserPassword'>): Promise<WasteSortingResult<'setUserPassword'>>
  /**
   * 登录次数统计
   *
   * How many logins succeeded and failed, by hour, day or month of the time zone `tz`. Logins count from `from` on, until before
   * `to`: the first and the last hour, day or month may be cut short. Each of them is there, in order, also without logins; there
   * may be at most 400. `failed` has logins with a wrong password or an unknown name; tries that are refused with 429 count as two
   * for each account and window of 15 minutes. Months that are dropped from the audit trail no longer count.
   *
   * `GET /api/admin/logins`
   *
   * - `200` 登录次数
   * - `400` 请求参数不完整或无效
   * - `401` 令牌缺失或无效
   * - `403` 需要管理员权限，或账户已被封禁
   * - `default` 其他错误：请求地址无法解析（400）、请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  countLogins(input: WasteSortingInput<'countLogins'>): Promise<WasteSortingResult<'countLogins'>>
  /**
   * 新建账户统计
   *
   * How many accounts were created, by hour, day or month of the time zone `tz`: users who registered, and accounts that
   * administrators or operators created. Accounts count from `from` on, until before `to`: the first and the last hour, day or
   * month may be cut short. Each of them is there, in order, also without new accounts; there may be at most 400. Imported
   * accounts are not counted. Months that are dropped from the audit trail no longer count.
   *
   * `GET /api/admin/registrations`
   *
   * - `200` 新账户
   * - `400` 请求参数不完整或无效
   * - `401` 令牌缺失或无效
   * - `403` 需要管理员权限，或账户已被封禁
   * - `default` 其他错误：请求地址无法解析（400）、请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  countRegistrations(input: WasteSortingInput<'countRegistrations'>): Promise<WasteSortingResult<'countRegistrations'>>
  /**
   * 被拒绝的密码统计
   *
   * How many passwords were refused, by the action that they were sent for, the most frequent first; actions without refusals
   * are left out. Refusals count from `from` on, until before `to`: wrong passwords, unknown names and logins of banned accounts;
   * tries that are refused with 429 count as at most two for each account or address and window of 15 minutes. Months that are
   * dropped from the audit trail no longer count.
   *
   * `GET /api/admin/refusals`
   *
   * - `200` 被拒绝的密码
   * - `400` 请求参数不完整或无效
   * - `401` 令牌缺失或无效
   * - `403` 需要管理员权限，或账户已被封禁
   * - `default` 其他错误：请求地址无法解析（400）、请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  countRefusals(input?: WasteSortingInput<'countRefusals'>): Promise<WasteSortingResult<'countRefusals'>>
  /**
   * 退出登录
   *
   * Ends the token that the request was sent with; other tokens of the account stay valid. Takes no body. The document does not have
   * this operation.
   *
   * `POST /api/auth/logout`
   *
   * - `200` 退出成功
   * - `401` 令牌缺失或无效
   * - `403` 账户已被封禁
   * - `default` 其他错误：请求地址无法解析（400）、请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  logout(input?: WasteSortingInput<'logout'>): Promise<WasteSortingResult<'logout'>>
  /**
   * 获取当前用户的登录会话
   *
   * Where the caller is logged in: a session for each login whose token can still be used. The one that this request was sent
   * with comes first, then the others, the newest first; 100 in all at most. A login from before sessions were
   * recorded is not listed; its token stays valid. `device` has the browser and the system that the login named, in words.
   *
   * `GET /api/auth/sessions`
   *
   * - `200` 当前用户的登录会话
   * - `401` 令牌缺失或无效
   * - `403` 账户已被封禁
   * - `default` 其他错误：请求地址无法解析（400）、请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  listOwnSessions(input?: WasteSortingInput<'listOwnSessions'>): Promise<WasteSortingResult<'listOwnSessions'>>
  /**
   * 结束当前用户的其他会话
   *
   * Ends every session of the caller but the one that this request was sent with, also logins from before sessions were recorded.
   *
   * `DELETE /api/auth/sessions`
   *
   * - `200` 会话已结束
   * - `401` 令牌缺失或无效
   * - `403` 账户已被封禁
   * - `default` 其他错误：请求地址无法解析（400）、请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  endOtherSessions(input?: WasteSortingInput<'endOtherSessions'>): Promise<WasteSortingResult<'endOtherSessions'>>
  /**
   * 结束当前用户的一个会话
   *
   * Ends one session of the caller, this one too: its token is refused from then on. A session of another account answers as one
   * that does not exist.
   *
   * `DELETE /api/auth/sessions/{session_id}`
   *
   * - `200` 会话已结束
   * - `400` 会话 id 无效
   * - `401` 令牌缺失或无效
   * - `403` 账户已被封禁
   * - `404` 会话不存在
   * - `default` 其他错误：请求地址无法解析（400）、请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  endOwnSession(input: WasteSortingInput<'endOwnSession'>): Promise<WasteSortingResult<'endOwnSession'>>
  /**
   * 获取在线用户列表
   *
   * Who is logged in: one page of the sessions of all accounts, the newest first. Without `page` it is the first, without
   * `limit` it has 20. `query` keeps those of accounts with this text in their name, without regard to case; `%`, `_` and
   * spaces are matched literally. `user_id` keeps those of one account. An account that is logged in several times is there
   * as often. A page past the end is an empty list.
   *
   * `GET /api/admin/sessions`
   *
   * - `200` 在线用户列表
   * - `400` 请求参数不完整或无效
   * - `401` 令牌缺失或无效
   * - `403` 需要管理员权限，或账户已被封禁
   * - `default` 其他错误：请求地址无法解析（400）、请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  listSessions: ((input?: WasteSortingInput<'listSessions'>) => Promise<WasteSortingResult<'listSessions'>>) & Paging<PagesInput<operations['listSessions'], 'page', 'limit'>, WasteSortingResult<'listSessions'>, operations['listSessions']['responses'][200]['content']['application/json'][number]>
  /**
   * 结束一个会话
   *
   * Ends one session of any account: its token is refused from then on.
   *
   * `DELETE /api/admin/sessions/{session_id}`
   *
   * - `200` 会话已结束
   * - `400` 会话 id 无效
   * - `401` 令牌缺失或无效
   * - `403` 需要管理员权限，或账户已被封禁
   * - `404` 会话不存在
   * - `default` 其他错误：请求地址无法解析（400）、请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  endSession(input: WasteSortingInput<'endSession'>): Promise<WasteSortingResult<'endSession'>>
  /**
   * 结束用户的全部会话
   *
   * Ends every session of an account, also logins from before sessions were recorded.
   *
   * `DELETE /api/admin/users/{user_id}/sessions`
   *
   * - `200` 会话已结束
   * - `400` 用户 id 无效
   * - `401` 令牌缺失或无效
   * - `403` 需要管理员权限，或账户已被封禁
   * - `404` 用户不存在
   * - `default` 其他错误：请求地址无法解析（400）、请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  endUserSessions(input: WasteSortingInput<'endUserSessions'>): Promise<WasteSortingResult<'endUserSessions'>>
}

/** A client of 垃圾分类系统接口文档. */
export declare function createWasteSorting(options?: ClientOptions): WasteSortingClient
