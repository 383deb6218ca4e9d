-- Saves the second version of one answer after the other. Arguments: token, number of the first answer, how many tenants there are.
local headers, position, tenants

function init(arguments)
  headers = {
    ["Authorization"] = "Bearer " .. arguments[1],
    ["Content-Type"] = "application/json",
    ["If-Match"] = '"1"',
  }
  position, tenants = tonumber(arguments[2]), tonumber(arguments[3])
end

function request()
  local tenant = position % tenants
  local indicator = math.floor(position / tenants) % 47 + 1
  local year = 2018 + math.floor(position / tenants / 47) % 7
  position = position + 1
  headers["X-Satu-Tenant"] = string.format("uji%03d", tenant)
  return wrk.format("PUT",
    string.format("/api/v1/spbe/assessments/be9c0000-%d-7000-8000-%012d/indicators/%d", year, tenant, indicator), headers,
    '{"level": 4, "fact": "Perbup 12/2025 pasal 3, halaman 4", "analysis": "Berlaku bagi seluruh perangkat daerah."}')
end

