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

