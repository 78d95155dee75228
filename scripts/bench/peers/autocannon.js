import autocannon from 'autocannon'

// Replaces wrk: takes its work as JSON, prints what the benchmark reads.
const { origin, connections, seconds, requests, pause } = JSON.parse(process.env.BENCH_LOAD)
const overallRate = pause === undefined ? undefined : (connections * 1000) / pause
const result = await autocannon({ url: origin, connections, duration: seconds, requests, overallRate })
const { errors, timeouts, non2xx, latency } = result
console.log(
  JSON.stringify({
    requests: result.requests.total,
    seconds: result.duration,
    errors: errors + timeouts + non2xx,
    p50: latency.p50,
    p99: latency.p99
  })
)
