import autocannon from 'autocannon'

// Stands in for wrk: takes its work as JSON, prints what the benchmark reads.
const { origin, connections, seconds, requests } = JSON.parse(process.env.BENCH_LOAD)
const result = await autocannon({ url: origin, connections, duration: seconds, requests })
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
