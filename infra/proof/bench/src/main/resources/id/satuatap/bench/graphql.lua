-- The same twenty lines as list.lua asks for, as a query of GraphQL, of one tenant after the other. Arguments: token, first tenant, how many, query.
local asked, position = {}, 0

function init(arguments)
  local first, count = tonumber(arguments[2]), tonumber(arguments[3])
  local body = string.format('{"query":"%s"}', arguments[4])
  for n = first, first + count - 1 do
    asked[#asked + 1] = wrk.format("POST", "/graphql", {
      ["Authorization"] = "Bearer " .. arguments[1],
      ["Content-Type"] = "application/json",
      ["X-Satu-Tenant"] = string.format("uji%03d", n),
    }, body)
  end
end

function request()
  position = position % #asked + 1
  return asked[position]
end

function done(summary, latency)
  print(string.format("result %d %d %d %d %d", summary.requests, summary.duration,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status + summary.errors.timeout,
    latency:percentile(50), latency:percentile(99)))
end
