import createClient from 'openapi-fetch'

export async function call({ method, template, path, body, form }, baseUrl, token) {
  const client = createClient({ baseUrl })
  const { data, error, response } = await client[method.toUpperCase()](template, {
    params: { path },
    body,
    ...(form && { bodySerializer: (fields) => new URLSearchParams(fields) }),
    ...(token && { headers: { Authorization: `Bearer ${token}` } })
  })
  return { status: response.status, body: data ?? error ?? null }
}
