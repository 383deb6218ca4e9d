-- Programs that show their secret for each token. Argument: name and secret, as Basic has them.
function init(arguments)
  wrk.method = "POST"
  wrk.body = "grant_type=client_credentials"
  wrk.headers["Authorization"] = "Basic " .. arguments[1]
  wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
end

