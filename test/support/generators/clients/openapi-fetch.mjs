import createClient from 'openapi-fetch'

export async function call({ method, template, path, body, form }, baseUrl, token) {
  const client = createClient({ baseUrl })
  const { data, error, response } = await client[method.toUpperCase()](template, {
    params: { path },
    body,
    headers: {
      ...(form && { 'Content-Type': 'application/x-www-form-urlencoded' }),
      ...(token && { Authorization: `Bearer ${token}` })
    }
  })
  return { status: response.status, body: data ?? error ?? null }
}
