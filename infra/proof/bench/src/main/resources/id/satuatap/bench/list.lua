-- The record of changes, twenty lines, of one tenant after the other. Arguments: token, first tenant, how many;
-- through the gateway also its authority, such as localhost:8080, and how many milliseconds each connection waits between requests.
local asked, position, pause = {}, 0, 0

function init(arguments)
  local first, count, authority = tonumber(arguments[2]), tonumber(arguments[3]), arguments[4]
  pause = tonumber(arguments[5] or 0)
  for n = first, first + count - 1 do
    local slug = string.format("uji%03d", n)
    local headers = { ["Authorization"] = "Bearer " .. arguments[1] }
    if authority then
      headers["Host"] = slug .. "." .. authority
    else
      headers["X-Satu-Tenant"] = slug
    end
    asked[#asked + 1] = wrk.format("GET", "/api/v1/audit?limit=20", headers)
  end
  if pause == 0 then
    delay = nil
  end
end

function delay()
  return pause
end

function request()
  position = position % #asked + 1
  return asked[position]
end

