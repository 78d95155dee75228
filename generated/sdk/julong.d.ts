import type { ClientOptions } from './lib/options.js'
import type { Session } from './lib/session.js'
import type { Input, PagesInput, Paging, Result } from './lib/types.js'
import type { components, operations } from './contracts/julong.js'

/** The schemas of the contract, by name. */
export type JulongSchemas = components['schemas']

/** What the operation of this name takes. */
export type JulongInput<Name extends keyof operations> = Input<operations[Name]>

/** All answers that the operation of this name may give, one per status. */
export type JulongResult<Name extends keyof operations> = Result<operations[Name], 408 | 413 | 415 | 429 | 431 | 500 | 503>

/** 矩龙管理后台API接口文档 */
export interface JulongClient extends Session<JulongResult<'listOwnSessions'>, JulongResult<'endOwnSession'>, JulongResult<'endOtherSessions'>> {
  /**
   * 登录验证接口
   *
   * Checks a user name and a password and answers a token. An unknown name and a wrong password are answered alike, and a
   * disabled account learns that it is disabled only with the right password. The first login makes an account active.
   *
   * An account that has enabled a second factor sends `code` too: the six digits of its authenticator app, or a recovery code.
   * Each can be used once. The right password without a code is answered with 400 请输入验证码, with a wrong code with 400 验证码错误, which
   * counts like a wrong password. Other accounts need no `code`, and one that they send is ignored.
   *
   * `POST /api/private/v1/login`
   *
   * - `200` 登录成功
   * - `400` 用户名或密码错误，缺少验证码，验证码错误，请求参数错误，或请求体无法解析（meta.status 为 501）
   * - `403` 该用户已被禁用
   * - `422` 请求体未通过验证
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  login(input: JulongInput<'login'>): Promise<JulongResult<'login'>>
  /**
   * 用户数据列表
   *
   * One page of the users, by id. `query` matches a part of the user name, mobile or email without regard to case; `%` and
   * `_` are matched literally. The document's table calls the list `user`, its sample `users`: it is `users`.
   *
   * `GET /api/private/v1/user`
   *
   * - `200` 获取成功
   * - `400` 请求的地址不存在或者包含不支持的参数
   * - `401` 未授权
   * - `403` 被禁止访问
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  listUsers: ((input: JulongInput<'listUsers'>) => Promise<JulongResult<'listUsers'>>) & Paging<PagesInput<operations['listUsers'], 'pagenum', 'pagesize'>, JulongResult<'listUsers'>, operations['listUsers']['responses'][200]['content']['application/json']['data']['users'][number]>
  /**
   * 统计用户
   *
   * How many users there are by role or by state. `by=role` has every role by id, −1 for users without one, and `by=state`
   * both states, with 0 too.
   *
   * `GET /api/private/v1/user/count`
   *
   * - `200` 获取成功
   * - `400` 请求的地址不存在或者包含不支持的参数
   * - `401` 未授权
   * - `403` 被禁止访问
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  countUsers(input: JulongInput<'countUsers'>): Promise<JulongResult<'countUsers'>>
  /**
   * 查询当前登录用户
   *
   * The user that the token belongs to, with the name of their role and the rights that it holds, those above before those
   * below, as `GET rights/list` shows them. It needs a login and no right.
   *
   * `GET /api/private/v1/me`
   *
   * - `200` 查询成功
   * - `400` 请求的地址不存在或者包含不支持的参数
   * - `401` 未授权
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  getCurrentUser(input?: JulongInput<'getCurrentUser'>): Promise<JulongResult<'getCurrentUser'>>
  /**
   * 修改当前登录用户的密码
   *
   * Changes the password of the user that the token belongs to. The token of this request stays valid; every other token of
   * the user ends. The new password may equal the old one. A wrong `currentPassword` counts as a failed login. It needs a
   * login and no right.
   *
   * `PUT /api/private/v1/me/password`
   *
   * - `200` 修改密码成功
   * - `400` 当前密码不正确，请求参数错误，或请求体无法解析（meta.status 为 501）
   * - `401` 未授权
   * - `422` 请求体未通过验证
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  changePassword(input: JulongInput<'changePassword'>): Promise<JulongResult<'changePassword'>>
  /**
   * 查询当前登录用户的两步验证
   *
   * Whether the user that the token belongs to has enabled a second factor, since when, whether their role requires one, and how
   * many recovery codes are left. It needs a login and no right.
   *
   * `GET /api/private/v1/me/second-factor`
   *
   * - `200` 查询成功
   * - `400` 请求的地址不存在或者包含不支持的参数
   * - `401` 未授权
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  getSecondFactor(input?: JulongInput<'getSecondFactor'>): Promise<JulongResult<'getSecondFactor'>>
  /**
   * 确认启用两步验证
   *
   * Enables the second factor that beginSecondFactor began, with a code of its secret. Answers ten recovery codes, which are
   * not shown again; each replaces a code once. The token of this request stays valid; every other token of the
   * user ends. A wrong code counts like a failed login.
   *
   * `PUT /api/private/v1/me/second-factor`
   *
   * - `200` 启用两步验证成功
   * - `400` 验证码错误，两步验证未开始启用，两步验证已启用，请求参数错误，或请求体无法解析（meta.status 为 501）
   * - `401` 未授权
   * - `422` 请求体未通过验证
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  confirmSecondFactor(input: JulongInput<'confirmSecondFactor'>): Promise<JulongResult<'confirmSecondFactor'>>
  /**
   * 开始启用两步验证
   *
   * Makes a new secret for an authenticator app (TOTP, RFC 6238: SHA-1, six digits, 30 seconds): in base32, as `otpauth://`
   * address, and as QR code of that address. It counts once confirmSecondFactor has had a code of it; a secret that was begun
   * before is forgotten. A wrong `currentPassword` counts as a failed login.
   *
   * `POST /api/private/v1/me/second-factor`
   *
   * - `200` 获取密钥成功
   * - `400` 当前密码不正确，两步验证已启用，请求参数错误，或请求体无法解析（meta.status 为 501）
   * - `401` 未授权
   * - `422` 请求体未通过验证
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  beginSecondFactor(input: JulongInput<'beginSecondFactor'>): Promise<JulongResult<'beginSecondFactor'>>
  /**
   * 关闭当前登录用户的两步验证
   *
   * Removes the own second factor and its recovery codes. It takes the password, and a code of the app or a recovery code; either
   * counts like a failed login when it is wrong. The token of this request stays valid; every other token of the user ends.
   * Where the role requires a second factor, a new one has to be enabled next.
   *
   * `POST /api/private/v1/me/second-factor/removal`
   *
   * - `200` 关闭两步验证成功
   * - `400` 当前密码不正确，验证码错误，两步验证未启用，请求参数错误，或请求体无法解析（meta.status 为 501）
   * - `401` 未授权
   * - `422` 请求体未通过验证
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  removeSecondFactor(input: JulongInput<'removeSecondFactor'>): Promise<JulongResult<'removeSecondFactor'>>
  /**
   * 重新生成恢复代码
   *
   * Answers ten new recovery codes, not shown again, which replace all earlier ones. It takes the password, and a code of the
   * app or a recovery code; either counts like a failed login when it is wrong. The token of this request stays valid; every
   * other token of the user ends.
   *
   * `POST /api/private/v1/me/second-factor/recovery-codes`
   *
   * - `200` 重新生成恢复代码成功
   * - `400` 当前密码不正确，验证码错误，两步验证未启用，请求参数错误，或请求体无法解析（meta.status 为 501）
   * - `401` 未授权
   * - `422` 请求体未通过验证
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  renewRecoveryCodes(input: JulongInput<'renewRecoveryCodes'>): Promise<JulongResult<'renewRecoveryCodes'>>
  /**
   * 用户数据列表
   *
   * The same as `GET user`, for clients that name the list like the other operations.
   *
   * `GET /api/private/v1/users`
   *
   * - `200` 获取成功
   * - `400` 请求的地址不存在或者包含不支持的参数
   * - `401` 未授权
   * - `403` 被禁止访问
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  listUsersPlural: ((input: JulongInput<'listUsersPlural'>) => Promise<JulongResult<'listUsersPlural'>>) & Paging<PagesInput<operations['listUsersPlural'], 'pagenum', 'pagesize'>, JulongResult<'listUsersPlural'>, operations['listUsersPlural']['responses'][200]['content']['application/json']['data']['users'][number]>
  /**
   * 添加用户
   *
   * Adds a user without a role: rid −1 until one is assigned. The name is `userName` in the request, where `username` is taken
   * too, and `username` in the answer. The answer has the fields of the document's sample and of its table, `rid` among them.
   *
   * `POST /api/private/v1/users`
   *
   * - `201` 用户创建成功
   * - `400` 请求体无法解析（meta.status 为 501），或包含不支持的参数
   * - `401` 未授权
   * - `403` 被禁止访问
   * - `422` 用户名已存在，或请求体未通过验证
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  addUser(input: JulongInput<'addUser'>): Promise<JulongResult<'addUser'>>
  /**
   * 注册用户
   *
   * Registers an account without a role: it may log in, and do nothing that needs a right. The document's sample echoes the
   * password; here it is always `******`.
   *
   * `POST /api/private/v1/register`
   *
   * - `200` 注册成功
   * - `400` 请求体无法解析（meta.status 为 501），或包含不支持的参数
   * - `422` 用户名已存在，或请求体未通过验证
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  registerUser(input: JulongInput<'registerUser'>): Promise<JulongResult<'registerUser'>>
  /**
   * 用户名查重
   *
   * Says whether a user name is free. Both answers are HTTP 200 with empty `data`; `meta.status` is 205 for a name that is
   * free and 422 for one that is taken. Names are compared as registration compares them.
   *
   * `POST /api/private/v1/isExist`
   *
   * - `200` 用户名可以使用（meta.status 为 205），或用户名已存在（meta.status 为 422）
   * - `400` 请求体无法解析（meta.status 为 501），或包含不支持的参数
   * - `422` 请求体未通过验证
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  checkUserName(input: JulongInput<'checkUserName'>): Promise<JulongResult<'checkUserName'>>
  /**
   * 修改用户状态
   *
   * Enables or disables a user. Disabling ends the user's tokens. `mg_state` is 0 or 1 here and a boolean in the list, as the
   * document prints them. A user whose role holds rights that the caller lacks is refused with 403, and so is disabling
   * the last enabled super administrator.
   *
   * `PUT /api/private/v1/users/{uId}/state/{type}`
   *
   * - `200` 设置状态成功
   * - `400` 请求的地址不存在或者包含不支持的参数
   * - `401` 未授权
   * - `403` 被禁止访问，或目标是最后一个超级管理员
   * - `404` 用户不存在
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  setUserState(input: JulongInput<'setUserState'>): Promise<JulongResult<'setUserState'>>
  /**
   * 根据ID查询用户信息
   *
   * One user. `username` is in the document's sample, though not in its table.
   *
   * `GET /api/private/v1/users/{id}`
   *
   * - `200` 查询成功
   * - `400` 请求的地址不存在或者包含不支持的参数
   * - `401` 未授权
   * - `403` 被禁止访问
   * - `404` 用户不存在
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  getUser(input: JulongInput<'getUser'>): Promise<JulongResult<'getUser'>>
  /**
   * 编辑用户提交
   *
   * Changes a user's email and mobile. A field that is left out keeps its value, an empty string or null empties it; the other
   * fields of the resource may be sent along and are ignored. A user whose role holds rights that the caller lacks is refused
   * with 403. 200表示成功，500表示失败.
   *
   * `PUT /api/private/v1/users/{id}`
   *
   * - `200` 更新成功
   * - `400` 请求体无法解析（meta.status 为 501），或包含不支持的参数
   * - `401` 未授权
   * - `403` 被禁止访问
   * - `404` 用户不存在
   * - `422` 请求体未通过验证
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  updateUser(input: JulongInput<'updateUser'>): Promise<JulongResult<'updateUser'>>
  /**
   * 编辑用户的部分属性
   *
   * Does what updateUser does, under the method that the document lists beside PUT.
   *
   * `PATCH /api/private/v1/users/{id}`
   *
   * - `200` 更新成功
   * - `400` 请求体无法解析（meta.status 为 501），或包含不支持的参数
   * - `401` 未授权
   * - `403` 被禁止访问
   * - `404` 用户不存在
   * - `422` 请求体未通过验证
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  patchUser(input: JulongInput<'patchUser'>): Promise<JulongResult<'patchUser'>>
  /**
   * 删除单个用户
   *
   * Removes a user: the record is kept, marked as deleted, found by no operation any more, and its name is free again. The
   * user's tokens end. A user whose role holds rights that the caller lacks is refused with 403, and so is removing the
   * last enabled super administrator.
   *
   * `DELETE /api/private/v1/users/{id}`
   *
   * - `200` 删除成功
   * - `400` 请求的地址不存在或者包含不支持的参数
   * - `401` 未授权
   * - `403` 被禁止访问，或目标是最后一个超级管理员
   * - `404` 用户不存在
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  removeUser(input: JulongInput<'removeUser'>): Promise<JulongResult<'removeUser'>>
  /**
   * 分配用户角色
   *
   * Gives a user a role, or takes it away with −1. `rid` is a number, or one as text, in the request, and always a string in
   * the answer, as the document prints it. It is refused with 403 when the role that the user has, or the one to give, holds
   * rights that the caller lacks, and so is taking role 0 from the last enabled super administrator.
   *
   * `PUT /api/private/v1/users/{id}/role`
   *
   * - `200` 设置角色成功
   * - `400` 请求体无法解析（meta.status 为 501），或包含不支持的参数
   * - `401` 未授权
   * - `403` 被禁止访问，或目标是最后一个超级管理员
   * - `404` 用户不存在或角色不存在
   * - `422` 请求体未通过验证
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  assignUserRole(input: JulongInput<'assignUserRole'>): Promise<JulongResult<'assignUserRole'>>
  /**
   * 解除用户的两步验证
   *
   * Removes the second factor of a user who has lost it, with its recovery codes. All tokens of the user end, and the next login
   * takes the password alone. The caller's own one is removed with removeSecondFactor, which takes a code.
   *
   * `DELETE /api/private/v1/users/{id}/second-factor`
   *
   * - `200` 解除两步验证成功
   * - `400` 两步验证未启用，或请求参数错误
   * - `401` 未授权
   * - `403` 被禁止访问，或目标是本人
   * - `404` 用户不存在
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  removeUserSecondFactor(input: JulongInput<'removeUserSecondFactor'>): Promise<JulongResult<'removeUserSecondFactor'>>
  /**
   * 所有权限列表
   *
   * Every right there is, as a flat `list`, level by level, or as a nested `tree`. In the tree the first two levels, the menus,
   * always have `children`, empty or not; the third never has. Its `pid` names parent and grandparent: `"110,125"`.
   *
   * `GET /api/private/v1/rights/{type}`
   *
   * - `200` 获取权限列表成功
   * - `400` 请求的地址不存在或者包含不支持的参数
   * - `401` 未授权
   * - `403` 被禁止访问
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  listRights(input: JulongInput<'listRights'>): Promise<JulongResult<'listRights'>>
  /**
   * 角色列表
   *
   * Every role, by id, each with the tree of the rights that it holds. Role 0 holds them all.
   *
   * `GET /api/private/v1/roles`
   *
   * - `200` 获取成功
   * - `400` 请求的地址不存在或者包含不支持的参数
   * - `401` 未授权
   * - `403` 被禁止访问
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  listRoles(input?: JulongInput<'listRoles'>): Promise<JulongResult<'listRoles'>>
  /**
   * 添加角色
   *
   * Creates a role, which holds no rights until some are granted. No two roles have one name.
   *
   * `POST /api/private/v1/roles`
   *
   * - `201` 创建成功
   * - `400` 请求体无法解析（meta.status 为 501），或包含不支持的参数
   * - `401` 未授权
   * - `403` 被禁止访问
   * - `422` 角色名称已存在，或请求体未通过验证
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  createRole(input: JulongInput<'createRole'>): Promise<JulongResult<'createRole'>>
  /**
   * 根据ID查询角色
   *
   * One role.
   *
   * `GET /api/private/v1/roles/{id}`
   *
   * - `200` 获取成功
   * - `400` 请求的地址不存在或者包含不支持的参数
   * - `401` 未授权
   * - `403` 被禁止访问
   * - `404` 角色不存在
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  getRole(input: JulongInput<'getRole'>): Promise<JulongResult<'getRole'>>
  /**
   * 编辑提交角色
   *
   * Changes a role's name and description; a description that is left out keeps its value. A role that holds rights which
   * the caller lacks is refused with 403, so only a super administrator changes the name of role 0.
   *
   * `PUT /api/private/v1/roles/{id}`
   *
   * - `200` 更新成功
   * - `400` 请求体无法解析（meta.status 为 501），或包含不支持的参数
   * - `401` 未授权
   * - `403` 被禁止访问
   * - `404` 角色不存在
   * - `422` 角色名称已存在，或请求体未通过验证
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  updateRole(input: JulongInput<'updateRole'>): Promise<JulongResult<'updateRole'>>
  /**
   * 删除角色
   *
   * Removes a role; its accounts are left with rid −1, no role. A role that holds rights which the caller lacks is refused
   * with 403. Role 0 can't be removed.
   *
   * `DELETE /api/private/v1/roles/{id}`
   *
   * - `200` 删除成功
   * - `400` 请求的地址不存在或者包含不支持的参数
   * - `401` 未授权
   * - `403` 被禁止访问，或目标是超级管理员角色
   * - `404` 角色不存在
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  removeRole(input: JulongInput<'removeRole'>): Promise<JulongResult<'removeRole'>>
  /**
   * 角色授权
   *
   * Replaces the rights that a role holds by those listed; an empty list takes them all away. The menus above a listed one
   * are granted with it. Rights that the caller lacks are refused with 403 没有访问权限, and so is a role that holds any; those
   * of role 0 can't be changed. What is granted holds for the very next request.
   *
   * `POST /api/private/v1/roles/{roleId}/rights`
   *
   * - `200` 更新成功
   * - `400` 请求体无法解析（meta.status 为 501），或包含不支持的参数
   * - `401` 未授权
   * - `403` 被禁止访问，或目标是超级管理员角色
   * - `404` 角色不存在或权限不存在
   * - `422` 请求体未通过验证
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  grantRoleRights(input: JulongInput<'grantRoleRights'>): Promise<JulongResult<'grantRoleRights'>>
  /**
   * 删除角色指定权限
   *
   * Takes a right, and those under it, from a role and answers the tree of what is left. A right that the role doesn't hold
   * changes nothing. A role that holds rights which the caller lacks is refused with 403; the rights of role 0 can't be
   * changed. What is left holds for the very next request.
   *
   * `DELETE /api/private/v1/roles/{roleId}/rights/{rightId}`
   *
   * - `200` 取消权限成功
   * - `400` 请求的地址不存在或者包含不支持的参数
   * - `401` 未授权
   * - `403` 被禁止访问，或目标是超级管理员角色
   * - `404` 角色不存在或权限不存在
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  revokeRoleRight(input: JulongInput<'revokeRoleRight'>): Promise<JulongResult<'revokeRoleRight'>>
  /**
   * 查询角色是否要求两步验证
   *
   * Whether the users of a role may do nothing until they have enabled a second factor.
   *
   * `GET /api/private/v1/roles/{roleId}/second-factor`
   *
   * - `200` 查询成功
   * - `400` 请求的地址不存在或者包含不支持的参数
   * - `401` 未授权
   * - `403` 被禁止访问
   * - `404` 角色不存在
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  getRoleSecondFactor(input: JulongInput<'getRoleSecondFactor'>): Promise<JulongResult<'getRoleSecondFactor'>>
  /**
   * 设置角色是否要求两步验证
   *
   * Sets whether a role requires a second factor; role 0 may require one too. From the next request on, a user of the role
   * who has none gets 403 请先启用两步验证 from every operation but those of the own account: `me`, password, sessions, second factor.
   *
   * `PUT /api/private/v1/roles/{roleId}/second-factor`
   *
   * - `200` 设置成功
   * - `400` 请求体无法解析（meta.status 为 501），或包含不支持的参数
   * - `401` 未授权
   * - `403` 被禁止访问
   * - `404` 角色不存在
   * - `422` 请求体未通过验证
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  setRoleSecondFactor(input: JulongInput<'setRoleSecondFactor'>): Promise<JulongResult<'setRoleSecondFactor'>>
  /**
   * 左侧菜单权限
   *
   * The menus of the caller: the first two levels of what their role holds, sorted by `order`. It needs a login and no right; a
   * caller without a role has no menus. The menu of the audit trail, which front ends of julong's family have no page for, is
   * among them with `audit=true`.
   *
   * `GET /api/private/v1/menus`
   *
   * - `200` 获取菜单列表成功
   * - `400` 请求的地址不存在或者包含不支持的参数
   * - `401` 未授权
   * - `403` 尚未启用角色要求的两步验证
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  listMenus(input?: JulongInput<'listMenus'>): Promise<JulongResult<'listMenus'>>
  /**
   * 操作日志列表
   *
   * One page of the audit trail of this API, newest first: logins, failed logins, logouts, and every change of an account, a
   * password, a state, a role or its rights. `actor` keeps the entries of one user name,
   * in any spelling that logs in: case and Unicode form do not matter. `action` keeps those of one kind, `result` those that
   * succeeded or failed, `from` and `to` those from a moment on and before another. With any of these three the order is that of
   * `time`, else that of `id`.
   *
   * `GET /api/private/v1/audit`
   *
   * - `200` 获取成功
   * - `400` 请求的地址不存在或者包含不支持的参数
   * - `401` 未授权
   * - `403` 被禁止访问
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  listAudit: ((input: JulongInput<'listAudit'>) => Promise<JulongResult<'listAudit'>>) & Paging<PagesInput<operations['listAudit'], 'pagenum', 'pagesize'>, JulongResult<'listAudit'>, operations['listAudit']['responses'][200]['content']['application/json']['data']['events'][number]>
  /**
   * 操作日志统计
   *
   * How many entries of the audit trail succeeded and failed, by hour, day or month of the time zone `tz`, or by action. Entries
   * count from `from` on, until before `to`: the first and the last hour, day or month may be cut short. Each of them is there,
   * in order, also without entries; there may be at most 400. By action there are those with entries, the most frequent first.
   * `failed` has logins and changes of passwords with a wrong password; tries that are refused with 429 are two entries for each
   * account and window of 15 minutes. A month that is dropped from the trail no longer counts.
   *
   * `GET /api/private/v1/audit/count`
   *
   * - `200` 获取成功
   * - `400` 请求的地址不存在或者包含不支持的参数
   * - `401` 未授权
   * - `403` 被禁止访问
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  countAudit(input: JulongInput<'countAudit'>): Promise<JulongResult<'countAudit'>>
  /**
   * 退出登录
   *
   * Ends the token that the request was sent with; other tokens of the user stay valid. Takes no body. The document does not have this
   * operation.
   *
   * `POST /api/private/v1/logout`
   *
   * - `200` 退出成功
   * - `400` 请求的地址不存在或者包含不支持的参数
   * - `401` 未授权
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  logout(input?: JulongInput<'logout'>): Promise<JulongResult<'logout'>>
  /**
   * 当前登录用户的登录会话
   *
   * Where the caller is logged in: a session for each login whose token can still be used. The one that this request was sent
   * with comes first, then the others, the newest first; 100 in all at most. A login from before sessions were
   * recorded is not listed; its token stays valid. `device` has the browser and the system that the login named, in words. It needs a login and no right.
   *
   * `GET /api/private/v1/me/sessions`
   *
   * - `200` 获取成功
   * - `400` 请求的地址不存在或者包含不支持的参数
   * - `401` 未授权
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  listOwnSessions(input?: JulongInput<'listOwnSessions'>): Promise<JulongResult<'listOwnSessions'>>
  /**
   * 结束当前登录用户的其他会话
   *
   * Ends every session of the caller but the one that this request was sent with, also logins from before sessions were recorded. It needs
   * a login and no right.
   *
   * `DELETE /api/private/v1/me/sessions`
   *
   * - `200` 会话已结束
   * - `400` 请求的地址不存在或者包含不支持的参数
   * - `401` 未授权
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  endOtherSessions(input?: JulongInput<'endOtherSessions'>): Promise<JulongResult<'endOtherSessions'>>
  /**
   * 结束当前登录用户的一个会话
   *
   * Ends one session of the caller, this one too: its token is refused from then on. A session of another user answers as one
   * that does not exist. It needs a login and no right.
   *
   * `DELETE /api/private/v1/me/sessions/{id}`
   *
   * - `200` 会话已结束
   * - `400` 请求的地址不存在或者包含不支持的参数
   * - `401` 未授权
   * - `404` 会话不存在
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  endOwnSession(input: JulongInput<'endOwnSession'>): Promise<JulongResult<'endOwnSession'>>
  /**
   * 在线用户列表
   *
   * Who is logged in: one page of the sessions of all users, the newest first. `query` keeps those of users with this text
   * in their name, without regard to case; `%`, `_` and spaces are matched literally. `uid` keeps those of one user. A user
   * who is logged in several times is there as often. A page past the end is empty.
   *
   * `GET /api/private/v1/sessions`
   *
   * - `200` 获取成功
   * - `400` 请求的地址不存在或者包含不支持的参数
   * - `401` 未授权
   * - `403` 被禁止访问
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  listSessions: ((input: JulongInput<'listSessions'>) => Promise<JulongResult<'listSessions'>>) & Paging<PagesInput<operations['listSessions'], 'pagenum', 'pagesize'>, JulongResult<'listSessions'>, operations['listSessions']['responses'][200]['content']['application/json']['data']['sessions'][number]>
  /**
   * 结束一个会话
   *
   * Ends one session of any user: its token is refused from then on. That of a user whose role holds rights that the caller lacks
   * is refused with 403.
   *
   * `DELETE /api/private/v1/sessions/{id}`
   *
   * - `200` 会话已结束
   * - `400` 请求的地址不存在或者包含不支持的参数
   * - `401` 未授权
   * - `403` 被禁止访问
   * - `404` 会话不存在
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  endSession(input: JulongInput<'endSession'>): Promise<JulongResult<'endSession'>>
  /**
   * 结束用户的全部会话
   *
   * Ends every session of a user, also logins from before sessions were recorded. A user whose role holds rights that the caller lacks is
   * refused with 403.
   *
   * `DELETE /api/private/v1/users/{id}/sessions`
   *
   * - `200` 会话已结束
   * - `400` 请求的地址不存在或者包含不支持的参数
   * - `401` 未授权
   * - `403` 被禁止访问
   * - `404` 用户不存在
   * - `default` What any operation may meet: 408 a request that does not end, 413 a body that is too large, 415 a body of another media type, 429 too many attempts, 431 headers that are too large, 500 an internal error (内部错误), 503 unavailable for now.
   */
  endUserSessions(input: JulongInput<'endUserSessions'>): Promise<JulongResult<'endUserSessions'>>
}

/** A client of 矩龙管理后台API接口文档. */
export declare function createJulong(options?: ClientOptions): JulongClient
