type Results<Pending extends unknown[]> = { [Index in keyof Pending]: Awaited<Pending[Index]> }

/** Results of queries that run at once, each on a connection of its own. All end before the error of the first is thrown. */
export async function atOnce<Pending extends unknown[]>(...pending: Pending): Promise<Results<Pending>> {
  await Promise.allSettled(pending)
  return Promise.all(pending)
}
