const HOURS_8 = 8 * 3_600_000

/** `2024-06-01 00:04:06.654597+00` as `2024-06-01T08:04:06.654597+08:00`. */
function chinaTime(text) {
  const shifted = new Date(Date.parse(`${text.slice(0, 10)}T${text.slice(11, 19)}Z`) + HOURS_8).toISOString()
  return `${shifted.slice(0, 19)}.${fraction(text)}+08:00`
}

function utcTime(text) {
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction(text).slice(0, 3)}Z`
}

function fraction(text) {
  return text.slice(20, -3).padEnd(6, '0')
}

export function tmsUser(row) {
  return {
    created_time: chinaTime(row.created_at),
    updated_time: chinaTime(row.updated_at),
    id: row.id,
    username: row.username,
    nickname: row.nickname,
    gender: row.gender,
    telephone: row.telephone
  }
}

export function tmsTask(row) {
  return {
    created_time: chinaTime(row.created_at),
    updated_time: chinaTime(row.updated_at),
    id: row.id,
    description: row.description,
    detail: row.detail,
    type: row.type,
    price: row.price,
    status: row.status,
    publisher: row.publisher,
    assignee: row.assignee
  }
}

export function julongUser(row) {
  return {
    id: row.id,
    username: row.username,
    mobile: row.mobile,
    type: row.type,
    email: row.email,
    create_time: utcTime(row.created_at),
    mg_state: !row.disabled,
    role_name: row.role_name
  }
}

export function wasteUser(row) {
  return { id: row.id, username: row.username, role: row.role_id, points: row.points, status: row.disabled ? 1 : 0 }
}

export function profile(row) {
  return { email: row.email, first_name: row.first_name, last_name: row.last_name, phone_number: row.phone_number }
}

/** tms's envelope around what was found. */
export function found(data, message = '查询成功') {
  return { code: 200, message, data }
}

export const REFUSED = { detail: 'Could not validate credentials' }
