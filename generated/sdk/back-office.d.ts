import type { ClientOptions } from './lib/options.js'
import type { Session } from './lib/session.js'
import type { Input, PagesInput, Paging, Result } from './lib/types.js'
import type { components, operations } from './contracts/back-office.js'

/** The schemas of the contract, by name. */
export type BackOfficeSchemas = components['schemas']

/** What the operation of this name takes. */
export type BackOfficeInput<Name extends keyof operations> = Input<operations[Name]>

/** All answers that the operation of this name may give, one per status. */
export type BackOfficeResult<Name extends keyof operations> = Result<operations[Name], 408 | 413 | 415 | 429 | 431 | 500 | 503>

/** 后台管理系统 API 接口文档 */
export interface BackOfficeClient extends Session<BackOfficeResult<'listOwnSessions'>, BackOfficeResult<'endOwnSession'>, BackOfficeResult<'endOtherSessions'>> {
  /**
   * 登录验证接口
   *
   * Answers the token itself, a bare JSON string. An unknown name and a wrong password are refused alike; a disabled
   * administrator learns of it only with the right password.
   *
   * An administrator who has enabled a second factor sends `code` too: the six digits of the authenticator app, or a recovery
   * code. Each can be used once. The right password without a code is answered with 400 请输入验证码, with a wrong code with
   * 400 验证码错误, which counts like a wrong password. Others need no `code`, and one that they send is ignored.
   *
   * `POST /admin/login`
   *
   * - `200` 登录成功
   * - `400` 用户名或密码错误，缺少验证码，验证码错误，或请求无法解析
   * - `403` 该管理员已被禁用
   * - `422` 验证错误
   * - `default` 其他错误：请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  login(input: BackOfficeInput<'login'>): Promise<BackOfficeResult<'login'>>
  /**
   * 查询当前登录的管理员
   *
   * The administrator that the token belongs to, as listAdmins shows them. It needs a login and no right. The document does not
   * have this operation.
   *
   * `GET /admin/me`
   *
   * - `200` 当前登录的管理员
   * - `400` 请求体无法解析，包含不支持的参数，或路径、查询参数不符合要求
   * - `401` 未授权
   * - `403` 该管理员已被禁用
   * - `default` 其他错误：请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  getCurrentAdmin(input?: BackOfficeInput<'getCurrentAdmin'>): Promise<BackOfficeResult<'getCurrentAdmin'>>
  /**
   * 修改当前登录管理员的密码
   *
   * Changes the password of the administrator that the token belongs to. The token of this request stays valid; every other
   * token of the administrator ends. The new password may equal the old one. A wrong `currentPassword` counts as a failed
   * login. It needs a login and no right. Success answers a literal `null`. The document does not have this operation.
   *
   * `PUT /admin/me/password`
   *
   * - `200` 修改成功
   * - `400` 当前密码不正确，请求体无法解析，或包含不支持的参数
   * - `401` 未授权
   * - `403` 该管理员已被禁用
   * - `422` 验证错误
   * - `default` 其他错误：请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  changePassword(input: BackOfficeInput<'changePassword'>): Promise<BackOfficeResult<'changePassword'>>
  /**
   * 查询当前登录管理员的两步验证
   *
   * Whether the administrator that the token belongs to has enabled a second factor, since when, whether their role requires one,
   * and how many recovery codes are left. It needs a login and no right. The document does not have this operation.
   *
   * `GET /admin/me/second-factor`
   *
   * - `200` 查询成功
   * - `400` 请求体无法解析，包含不支持的参数，或路径、查询参数不符合要求
   * - `401` 未授权
   * - `403` 该管理员已被禁用
   * - `default` 其他错误：请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  getSecondFactor(input?: BackOfficeInput<'getSecondFactor'>): Promise<BackOfficeResult<'getSecondFactor'>>
  /**
   * 确认启用两步验证
   *
   * Enables the second factor that beginSecondFactor began, with a code of its secret. Answers ten recovery codes, which are
   * not shown again; each replaces a code once. The token of this request stays valid; every other token of the
   * administrator ends. A wrong code counts like a failed login. The document does not have this operation.
   *
   * `PUT /admin/me/second-factor`
   *
   * - `200` 恢复代码
   * - `400` 验证码错误，两步验证未开始启用，两步验证已启用，请求体无法解析，或包含不支持的参数
   * - `401` 未授权
   * - `403` 该管理员已被禁用
   * - `422` 验证错误
   * - `default` 其他错误：请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  confirmSecondFactor(input: BackOfficeInput<'confirmSecondFactor'>): Promise<BackOfficeResult<'confirmSecondFactor'>>
  /**
   * 开始启用两步验证
   *
   * Makes a new secret for an authenticator app (TOTP, RFC 6238: SHA-1, six digits, 30 seconds): in base32, as `otpauth://`
   * address, and as QR code of that address. It counts once confirmSecondFactor has had a code of it; a secret that was begun
   * before is forgotten. A wrong `currentPassword` counts as a failed login. The document does not have this operation.
   *
   * `POST /admin/me/second-factor`
   *
   * - `200` 密钥
   * - `400` 当前密码不正确，两步验证已启用，请求体无法解析，或包含不支持的参数
   * - `401` 未授权
   * - `403` 该管理员已被禁用
   * - `422` 验证错误
   * - `default` 其他错误：请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  beginSecondFactor(input: BackOfficeInput<'beginSecondFactor'>): Promise<BackOfficeResult<'beginSecondFactor'>>
  /**
   * 关闭当前登录管理员的两步验证
   *
   * Removes the own second factor and its recovery codes. It takes the password, and a code of the app or a recovery code; either
   * counts like a failed login when it is wrong. The token of this request stays valid; every other token of the administrator
   * ends. Where the role requires a second factor, a new one has to be enabled next. Success answers a literal `null`. The
   * document does not have this operation.
   *
   * `POST /admin/me/second-factor/removal`
   *
   * - `200` 关闭成功
   * - `400` 当前密码不正确，验证码错误，两步验证未启用，请求体无法解析，或包含不支持的参数
   * - `401` 未授权
   * - `403` 该管理员已被禁用
   * - `422` 验证错误
   * - `default` 其他错误：请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  removeSecondFactor(input: BackOfficeInput<'removeSecondFactor'>): Promise<BackOfficeResult<'removeSecondFactor'>>
  /**
   * 重新生成恢复代码
   *
   * Answers ten new recovery codes, not shown again, which replace all earlier ones. It takes the password, and a code of the
   * app or a recovery code; either counts like a failed login when it is wrong. The token of this request stays valid; every
   * other token of the administrator ends. The document does not have this operation.
   *
   * `POST /admin/me/second-factor/recovery-codes`
   *
   * - `200` 恢复代码
   * - `400` 当前密码不正确，验证码错误，两步验证未启用，请求体无法解析，或包含不支持的参数
   * - `401` 未授权
   * - `403` 该管理员已被禁用
   * - `422` 验证错误
   * - `default` 其他错误：请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  renewRecoveryCodes(input: BackOfficeInput<'renewRecoveryCodes'>): Promise<BackOfficeResult<'renewRecoveryCodes'>>
  /**
   * 统计管理员
   *
   * How many administrators there are by role, in the order of listRoles, or by state. Each role and both states are counted,
   * with 0 too. The document does not have this operation.
   *
   * `GET /admin/statistics`
   *
   * - `200` 统计结果
   * - `400` 请求体无法解析，包含不支持的参数，或路径、查询参数不符合要求
   * - `401` 未授权
   * - `403` 该管理员已被禁用，或尚未启用角色要求的两步验证
   * - `default` 其他错误：请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  countAdmins(input: BackOfficeInput<'countAdmins'>): Promise<BackOfficeResult<'countAdmins'>>
  /**
   * 管理员数据列表
   *
   * One page of the administrators in the order of their `_id`. `query` matches part of name, mobile or email without
   * regard to case, `%` and `_` standing for themselves. `totalpage` counts the records that match, as its description
   * in the document says, not the pages. A page past the end is empty.
   *
   * `GET /admin/admins`
   *
   * - `200` 管理员数据集合
   * - `400` 请求体无法解析，包含不支持的参数，或路径、查询参数不符合要求
   * - `401` 未授权
   * - `403` 该管理员已被禁用，或尚未启用角色要求的两步验证
   * - `default` 其他错误：请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  listAdmins: ((input: BackOfficeInput<'listAdmins'>) => Promise<BackOfficeResult<'listAdmins'>>) & Paging<PagesInput<operations['listAdmins'], 'pagenum', 'pagesize'>, BackOfficeResult<'listAdmins'>, operations['listAdmins']['responses'][200]['content']['application/json']['data'][number]>
  /**
   * 添加管理员
   *
   * Adds an enabled administrator. The document names no role here: a new administrator is a `viewer` until a role is
   * assigned. An `email` or `mobile` that is left out or null is stored as the empty string.
   * Success answers a literal `null`.
   *
   * `POST /admin/admins`
   *
   * - `201` 创建成功
   * - `400` 请求体无法解析，包含不支持的参数，或路径、查询参数不符合要求
   * - `401` 未授权
   * - `403` 被禁止访问
   * - `409` 用户名已存在
   * - `422` 验证错误
   * - `default` 其他错误：请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  createAdmin(input: BackOfficeInput<'createAdmin'>): Promise<BackOfficeResult<'createAdmin'>>
  /**
   * 修改管理员状态
   *
   * Enables (`true`) or disables (`false`) an administrator, whose tokens are answered with 403 while disabled. Beyond
   * the document, the last enabled `admin` cannot be disabled: 403.
   * Success answers a literal `null`.
   *
   * `PUT /admin/admins/{id}/state/{state}`
   *
   * - `200` 修改成功
   * - `400` 请求体无法解析，包含不支持的参数，或路径、查询参数不符合要求
   * - `401` 未授权
   * - `403` 被禁止访问，或将不再有启用的 admin
   * - `404` 管理员不存在
   * - `default` 其他错误：请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  setAdminState(input: BackOfficeInput<'setAdminState'>): Promise<BackOfficeResult<'setAdminState'>>
  /**
   * 根据 ID 查询管理员
   *
   * One administrator, as listAdmins shows it. The document does not have this operation; a dialog that edits an administrator needs it.
   *
   * `GET /admin/admins/{id}`
   *
   * - `200` 管理员
   * - `400` 请求体无法解析，包含不支持的参数，或路径、查询参数不符合要求
   * - `401` 未授权
   * - `403` 该管理员已被禁用，或尚未启用角色要求的两步验证
   * - `404` 管理员不存在
   * - `default` 其他错误：请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  getAdmin(input: BackOfficeInput<'getAdmin'>): Promise<BackOfficeResult<'getAdmin'>>
  /**
   * 编辑管理员提交
   *
   * Changes email and mobile. A field that is left out keeps its value; the empty string or null clears it. The whole resource
   * may be sent back: its other fields are ignored.
   * Success answers a literal `null`.
   *
   * `PUT /admin/admins/{id}`
   *
   * - `200` 修改成功
   * - `400` 请求体无法解析，包含不支持的参数，或路径、查询参数不符合要求
   * - `401` 未授权
   * - `403` 被禁止访问
   * - `404` 管理员不存在
   * - `422` 验证错误
   * - `default` 其他错误：请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  updateAdmin(input: BackOfficeInput<'updateAdmin'>): Promise<BackOfficeResult<'updateAdmin'>>
  /**
   * 编辑管理员的部分属性
   *
   * Does what updateAdmin does and answers `null` too, under the method that the document has for changed properties alone.
   *
   * `PATCH /admin/admins/{id}`
   *
   * - `200` 修改成功
   * - `400` 请求体无法解析，包含不支持的参数，或路径、查询参数不符合要求
   * - `401` 未授权
   * - `403` 被禁止访问
   * - `404` 管理员不存在
   * - `422` 验证错误
   * - `default` 其他错误：请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  patchAdmin(input: BackOfficeInput<'patchAdmin'>): Promise<BackOfficeResult<'patchAdmin'>>
  /**
   * 删除管理员
   *
   * Removes an administrator, whose tokens end. Beyond the document, the last enabled `admin` cannot be removed: 403.
   * As the document prints it, success is 200 with `null`, not 204.
   *
   * `DELETE /admin/admins/{id}`
   *
   * - `200` 删除成功
   * - `400` 请求体无法解析，包含不支持的参数，或路径、查询参数不符合要求
   * - `401` 未授权
   * - `403` 被禁止访问，或将不再有启用的 admin
   * - `404` 管理员不存在
   * - `default` 其他错误：请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  removeAdmin(input: BackOfficeInput<'removeAdmin'>): Promise<BackOfficeResult<'removeAdmin'>>
  /**
   * 分配管理员角色
   *
   * Gives an administrator the role that `rid` names, one of those that listRoles answers; it holds at once. The
   * document marks this operation as unfinished. Beyond it, the last enabled `admin` cannot be given another role: 403.
   * Success answers a literal `null`.
   *
   * `PUT /admin/admins/{id}/role`
   *
   * - `200` 分配成功
   * - `400` 请求体无法解析，包含不支持的参数，或路径、查询参数不符合要求
   * - `401` 未授权
   * - `403` 被禁止访问，或将不再有启用的 admin
   * - `404` 管理员或角色不存在
   * - `422` 验证错误
   * - `default` 其他错误：请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  assignAdminRole(input: BackOfficeInput<'assignAdminRole'>): Promise<BackOfficeResult<'assignAdminRole'>>
  /**
   * 解除管理员的两步验证
   *
   * Removes the second factor of an administrator who has lost it, with its recovery codes. All tokens of the administrator end,
   * and the next login takes the password alone. The caller's own one is removed with removeSecondFactor, which takes a code.
   * Success answers a literal `null`. The document does not have this operation.
   *
   * `DELETE /admin/admins/{id}/second-factor`
   *
   * - `200` 解除成功
   * - `400` 两步验证未启用，或请求的参数不符合要求
   * - `401` 未授权
   * - `403` 被禁止访问，或目标是本人
   * - `404` 管理员不存在
   * - `default` 其他错误：请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  removeAdminSecondFactor(input: BackOfficeInput<'removeAdminSecondFactor'>): Promise<BackOfficeResult<'removeAdminSecondFactor'>>
  /**
   * 角色列表
   *
   * The roles that an administrator may be given, in the order of their ids. The document does not have this operation.
   *
   * `GET /admin/roles`
   *
   * - `200` 角色列表
   * - `400` 请求体无法解析，包含不支持的参数，或路径、查询参数不符合要求
   * - `401` 未授权
   * - `403` 该管理员已被禁用，或尚未启用角色要求的两步验证
   * - `default` 其他错误：请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  listRoles(input?: BackOfficeInput<'listRoles'>): Promise<BackOfficeResult<'listRoles'>>
  /**
   * 查询角色是否要求两步验证
   *
   * Whether the administrators of a role may do nothing until they have enabled a second factor. The document does not have this
   * operation.
   *
   * `GET /admin/roles/{rid}/second-factor`
   *
   * - `200` 查询成功
   * - `400` 请求体无法解析，包含不支持的参数，或路径、查询参数不符合要求
   * - `401` 未授权
   * - `403` 该管理员已被禁用，或尚未启用角色要求的两步验证
   * - `404` 角色不存在
   * - `default` 其他错误：请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  getRoleSecondFactor(input: BackOfficeInput<'getRoleSecondFactor'>): Promise<BackOfficeResult<'getRoleSecondFactor'>>
  /**
   * 设置角色是否要求两步验证
   *
   * Sets whether a role requires a second factor. From the next request on, an administrator of the role who has none gets
   * 403 请先启用两步验证 from every operation but those of the own account: `me`, password, sessions, second factor. Success answers a literal
   * `null`. The document does not have this operation.
   *
   * `PUT /admin/roles/{rid}/second-factor`
   *
   * - `200` 设置成功
   * - `400` 请求体无法解析，包含不支持的参数，或路径、查询参数不符合要求
   * - `401` 未授权
   * - `403` 被禁止访问
   * - `404` 角色不存在
   * - `422` 验证错误
   * - `default` 其他错误：请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  setRoleSecondFactor(input: BackOfficeInput<'setRoleSecondFactor'>): Promise<BackOfficeResult<'setRoleSecondFactor'>>
  /**
   * 登录次数统计
   *
   * How many logins succeeded and failed, by hour, day or month of the time zone `tz`. Logins count from `from` on, until before
   * `to`: the first and the last hour, day or month may be cut short. Each of them is there, in order, also without logins; there
   * may be at most 400. `failed` has logins with a wrong password or an unknown name; tries that are refused with 429 count as two
   * for each account and window of 15 minutes. Months that are dropped from the audit trail no longer count.
   *
   * `GET /admin/logins`
   *
   * - `200` 登录次数
   * - `400` 请求体无法解析，包含不支持的参数，或路径、查询参数不符合要求
   * - `401` 未授权
   * - `403` 该管理员已被禁用，或尚未启用角色要求的两步验证
   * - `default` 其他错误：请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  countLogins(input: BackOfficeInput<'countLogins'>): Promise<BackOfficeResult<'countLogins'>>
  /**
   * 新建管理员统计
   *
   * How many administrators were created, by hour, day or month of the time zone `tz`, also those that were removed later.
   * They count from `from` on, until before `to`: the first and the last hour, day or month may be cut short. Each of them is
   * there, in order, also without new administrators; there may be at most 400. Imported administrators are not counted. Months
   * that are dropped from the audit trail no longer count.
   *
   * `GET /admin/registrations`
   *
   * - `200` 新管理员
   * - `400` 请求体无法解析，包含不支持的参数，或路径、查询参数不符合要求
   * - `401` 未授权
   * - `403` 该管理员已被禁用，或尚未启用角色要求的两步验证
   * - `default` 其他错误：请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  countRegistrations(input: BackOfficeInput<'countRegistrations'>): Promise<BackOfficeResult<'countRegistrations'>>
  /**
   * 被拒绝的密码统计
   *
   * How many passwords were refused, by the action that they were sent for, the most frequent first; actions without refusals
   * are left out. Refusals count from `from` on, until before `to`: wrong passwords, unknown names and logins of disabled
   * administrators; tries that are refused with 429 count as at most two for each account or address and window of 15 minutes.
   * Months that are dropped from the audit trail no longer count.
   *
   * `GET /admin/refusals`
   *
   * - `200` 被拒绝的密码
   * - `400` 请求体无法解析，包含不支持的参数，或路径、查询参数不符合要求
   * - `401` 未授权
   * - `403` 该管理员已被禁用，或尚未启用角色要求的两步验证
   * - `default` 其他错误：请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  countRefusals(input?: BackOfficeInput<'countRefusals'>): Promise<BackOfficeResult<'countRefusals'>>
  /**
   * 退出登录
   *
   * Ends the token that the request was sent with; other tokens of the administrator stay valid. Takes no body. Success answers a literal
   * `null`. The document does not have this operation.
   *
   * `POST /admin/logout`
   *
   * - `200` 退出成功
   * - `400` 请求体无法解析，包含不支持的参数，或路径、查询参数不符合要求
   * - `401` 未授权
   * - `403` 该管理员已被禁用
   * - `default` 其他错误：请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  logout(input?: BackOfficeInput<'logout'>): Promise<BackOfficeResult<'logout'>>
  /**
   * 查询当前管理员的登录会话
   *
   * Where the caller is logged in: a session for each login whose token can still be used. The one that this request was sent
   * with comes first, then the others, the newest first; 100 in all at most. A login from before sessions were
   * recorded is not listed; its token stays valid. `device` has the browser and the system that the login named, in words. It needs a login and no right.
   *
   * `GET /admin/me/sessions`
   *
   * - `200` 登录会话
   * - `400` 请求体无法解析，包含不支持的参数，或路径、查询参数不符合要求
   * - `401` 未授权
   * - `403` 该管理员已被禁用
   * - `default` 其他错误：请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  listOwnSessions(input?: BackOfficeInput<'listOwnSessions'>): Promise<BackOfficeResult<'listOwnSessions'>>
  /**
   * 结束当前管理员的其他会话
   *
   * Ends every session of the caller but the one that this request was sent with, also logins from before sessions were recorded. It needs
   * a login and no right. Success answers a literal `null`.
   *
   * `DELETE /admin/me/sessions`
   *
   * - `200` 其他会话已结束
   * - `400` 请求体无法解析，包含不支持的参数，或路径、查询参数不符合要求
   * - `401` 未授权
   * - `403` 该管理员已被禁用
   * - `default` 其他错误：请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  endOtherSessions(input?: BackOfficeInput<'endOtherSessions'>): Promise<BackOfficeResult<'endOtherSessions'>>
  /**
   * 结束当前管理员的一个会话
   *
   * Ends one session of the caller, this one too: its token is refused from then on. A session of another administrator answers as
   * one that does not exist. It needs a login and no right. Success answers a literal `null`.
   *
   * `DELETE /admin/me/sessions/{id}`
   *
   * - `200` 会话已结束
   * - `400` 请求体无法解析，包含不支持的参数，或路径、查询参数不符合要求
   * - `401` 未授权
   * - `403` 该管理员已被禁用
   * - `404` 会话不存在
   * - `default` 其他错误：请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  endOwnSession(input: BackOfficeInput<'endOwnSession'>): Promise<BackOfficeResult<'endOwnSession'>>
  /**
   * 在线管理员列表
   *
   * Who is logged in: one page of the sessions of all administrators, the newest first. `query` keeps those of
   * administrators with this text in their name, without regard to case; `%`, `_` and spaces are matched literally.
   * `admin_id` keeps those of one administrator. An administrator who is logged in several times is there as often. A page
   * past the end is empty.
   *
   * `GET /admin/sessions`
   *
   * - `200` 在线管理员
   * - `400` 请求体无法解析，包含不支持的参数，或路径、查询参数不符合要求
   * - `401` 未授权
   * - `403` 该管理员已被禁用，或尚未启用角色要求的两步验证
   * - `default` 其他错误：请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  listSessions: ((input: BackOfficeInput<'listSessions'>) => Promise<BackOfficeResult<'listSessions'>>) & Paging<PagesInput<operations['listSessions'], 'pagenum', 'pagesize'>, BackOfficeResult<'listSessions'>, operations['listSessions']['responses'][200]['content']['application/json']['data'][number]>
  /**
   * 结束一个会话
   *
   * Ends one session of any administrator: its token is refused from then on. Success answers a literal `null`.
   *
   * `DELETE /admin/sessions/{id}`
   *
   * - `200` 会话已结束
   * - `400` 请求体无法解析，包含不支持的参数，或路径、查询参数不符合要求
   * - `401` 未授权
   * - `403` 被禁止访问
   * - `404` 会话不存在
   * - `default` 其他错误：请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  endSession(input: BackOfficeInput<'endSession'>): Promise<BackOfficeResult<'endSession'>>
  /**
   * 结束管理员的全部会话
   *
   * Ends every session of an administrator, also logins from before sessions were recorded. Success answers a literal `null`.
   *
   * `DELETE /admin/admins/{id}/sessions`
   *
   * - `200` 会话已结束
   * - `400` 请求体无法解析，包含不支持的参数，或路径、查询参数不符合要求
   * - `401` 未授权
   * - `403` 被禁止访问
   * - `404` 管理员不存在
   * - `default` 其他错误：请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、内部错误（500）、服务暂不可用（503）
   */
  endAdminSessions(input: BackOfficeInput<'endAdminSessions'>): Promise<BackOfficeResult<'endAdminSessions'>>
}

/** A client of 后台管理系统 API 接口文档. */
export declare function createBackOffice(options?: ClientOptions): BackOfficeClient
