import type { ClientOptions } from './lib/options.js'
import type { Session } from './lib/session.js'
import type { Input, Result } from './lib/types.js'
import type { components, operations } from './contracts/user-login.js'

/** The schemas of the contract, by name. */
export type UserLoginSchemas = components['schemas']

/** What the operation of this name takes. */
export type UserLoginInput<Name extends keyof operations> = Input<operations[Name]>

/** All answers that the operation of this name may give, one per status. */
export type UserLoginResult<Name extends keyof operations> = Result<operations[Name], 400 | 408 | 413 | 415 | 429 | 431 | 500 | 503>

/** 用户登录系统API接口文档 */
export interface UserLoginClient extends Session<UserLoginResult<'listOwnSessions'>, UserLoginResult<'endOwnSession'>, UserLoginResult<'endOtherSessions'>> {
  /**
   * 用户注册
   *
   * Creates an account with its profile. `first_name`, `last_name` and `phone_number` must be there, but may be
   * empty strings. Registering does not log in.
   *
   * `POST /api/users/register`
   *
   * - `200` 注册成功
   * - `400` 邮箱已被注册，或请求体格式错误
   * - `422` 关键字段缺少或不符合要求
   * - `default` 任何接口都可能遇到的错误：请求地址无法解析（400）、请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、服务器错误（500）、服务不可用（503）
   */
  register(input: UserLoginInput<'register'>): Promise<UserLoginResult<'register'>>
  /**
   * 用户登录
   *
   * Exchanges an email and a password for an access token. The email is any string here: one that is no email address
   * is an unknown account. That an account is disabled is told only to who knows its password.
   *
   * `POST /api/users/login`
   *
   * - `200` 登录成功
   * - `400` 邮箱或密码错误，或请求体格式错误
   * - `403` 用户被禁用
   * - `422` 关键字段缺少或不符合要求
   * - `default` 任何接口都可能遇到的错误：请求地址无法解析（400）、请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、服务器错误（500）、服务不可用（503）
   */
  login(input: UserLoginInput<'login'>): Promise<UserLoginResult<'login'>>
  /**
   * 获取当前用户信息
   *
   * The profile of the account that the token belongs to. An account without a profile (an imported one, say) has
   * `null` for its name and phone number.
   *
   * `GET /api/users/me`
   *
   * - `200` 当前用户信息
   * - `401` 令牌无效或未提供
   * - `default` 任何接口都可能遇到的错误：请求地址无法解析（400）、请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、服务器错误（500）、服务不可用（503）
   */
  getCurrentUser(input?: UserLoginInput<'getCurrentUser'>): Promise<UserLoginResult<'getCurrentUser'>>
  /**
   * 用户登出
   *
   * Revokes the token that it is called with, and no other token of the account. Takes no body.
   *
   * `POST /api/users/logout`
   *
   * - `200` 登出成功
   * - `401` 令牌无效或未提供
   * - `default` 任何接口都可能遇到的错误：请求地址无法解析（400）、请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、服务器错误（500）、服务不可用（503）
   */
  logout(input?: UserLoginInput<'logout'>): Promise<UserLoginResult<'logout'>>
  /**
   * 刷新访问令牌
   *
   * Exchanges the access token in the `Authorization` header, expired or not, for a new one, and revokes the old one in
   * the same step: of many simultaneous exchanges of one token exactly one succeeds. Takes no body.
   *
   * 401 without a token, or with one that this API did not sign, or whose account is disabled or gone. 403 with one
   * that was revoked or already exchanged, or whose login is more than seven days ago. `expires_in` is in minutes
   * here too (the document says both minutes and seconds).
   *
   * `POST /api/users/refresh_token`
   *
   * - `200` 刷新成功
   * - `401` 刷新令牌无效或未提供
   * - `403` 刷新令牌已过期或在黑名单中
   * - `default` 任何接口都可能遇到的错误：请求地址无法解析（400）、请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、服务器错误（500）、服务不可用（503）
   */
  refreshToken(input?: UserLoginInput<'refreshToken'>): Promise<UserLoginResult<'refreshToken'>>
  /**
   * 重置密码
   *
   * Changes the password of the account with this email, for who knows the old one, and ends all tokens of the account.
   * The new password may equal the old one. A disabled account may change its password and stays disabled. Attempts
   * count against the same limit as those to log in. A server that is set to hide accounts answers an unknown email
   * as it does a wrong password.
   *
   * `POST /api/users/reset_password`
   *
   * - `200` 密码已成功重置
   * - `400` 旧密码不正确或请求体格式错误
   * - `404` 未找到用户，邮箱可能未注册
   * - `default` 任何接口都可能遇到的错误：请求地址无法解析（400）、请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、服务器错误（500）、服务不可用（503）
   */
  resetPassword(input: UserLoginInput<'resetPassword'>): Promise<UserLoginResult<'resetPassword'>>
  /**
   * 重置密码
   *
   * The other spelling that the document gives to `POST /api/users/reset_password`; both do the same.
   *
   * `POST /api/users/reset-password`
   *
   * - `200` 密码已成功重置
   * - `400` 旧密码不正确或请求体格式错误
   * - `404` 未找到用户，邮箱可能未注册
   * - `default` 任何接口都可能遇到的错误：请求地址无法解析（400）、请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、服务器错误（500）、服务不可用（503）
   */
  resetPasswordHyphenated(input: UserLoginInput<'resetPasswordHyphenated'>): Promise<UserLoginResult<'resetPasswordHyphenated'>>
  /**
   * 获取当前用户信息
   *
   * The path of `GET /api/users/me` in the edition of the document that its present text replaces; kept for clients
   * written to that. It differs in one thing: an account without a profile is answered with 404.
   *
   * `GET /api/me`
   *
   * - `200` 当前用户信息
   * - `401` 令牌无效或未提供
   * - `404` 用户信息未找到
   * - `default` 任何接口都可能遇到的错误：请求地址无法解析（400）、请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、服务器错误（500）、服务不可用（503）
   *
   * @deprecated
   */
  getMe(input?: UserLoginInput<'getMe'>): Promise<UserLoginResult<'getMe'>>
  /**
   * 获取当前用户的登录会话
   *
   * Where the caller is logged in: a session for each login whose token can still be used, or exchanged for a new one. The one
   * that this request was sent with comes first, then the others, the newest first; 100 in all at most. A login from before
   * sessions were recorded is not listed until its token is exchanged; its token stays valid. `device` has the browser and the system that the login
   * named, in words; `address` is that of the login or of the last exchange.
   *
   * `GET /api/users/sessions`
   *
   * - `200` 当前用户的登录会话
   * - `401` 令牌无效或未提供
   * - `default` 任何接口都可能遇到的错误：请求地址无法解析（400）、请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、服务器错误（500）、服务不可用（503）
   */
  listOwnSessions(input?: UserLoginInput<'listOwnSessions'>): Promise<UserLoginResult<'listOwnSessions'>>
  /**
   * 结束当前用户的一个登录会话
   *
   * Ends one session of the caller, this one too: its token is refused from then on, and can no longer be exchanged. A session of another
   * user answers as one that does not exist.
   *
   * `DELETE /api/users/sessions/{id}`
   *
   * - `200` 会话已结束
   * - `401` 令牌无效或未提供
   * - `404` 会话不存在
   * - `422` 关键字段缺少或不符合要求
   * - `default` 任何接口都可能遇到的错误：请求地址无法解析（400）、请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、服务器错误（500）、服务不可用（503）
   */
  endOwnSession(input: UserLoginInput<'endOwnSession'>): Promise<UserLoginResult<'endOwnSession'>>
  /**
   * 结束当前用户的其他登录会话
   *
   * Ends every session of the caller but the one that this request was sent with, also logins from before sessions were recorded. Takes no
   * body.
   *
   * `POST /api/users/logout_others`
   *
   * - `200` 其他会话已结束
   * - `401` 令牌无效或未提供
   * - `default` 任何接口都可能遇到的错误：请求地址无法解析（400）、请求超时（408）、请求体过大（413）、媒体类型不支持（415）、请求过于频繁（429）、请求头过大（431）、服务器错误（500）、服务不可用（503）
   */
  endOtherSessions(input?: UserLoginInput<'endOtherSessions'>): Promise<UserLoginResult<'endOtherSessions'>>
}

/** A client of 用户登录系统API接口文档. */
export declare function createUserLogin(options?: ClientOptions): UserLoginClient
