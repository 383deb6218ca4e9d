-- Behind every script: what the run came to, in microseconds.
function done(summary, latency)
  print(string.format("result %d %d %d %d %d", summary.requests, summary.duration,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status + summary.errors.timeout,
    latency:percentile(50), latency:percentile(99)))
end
