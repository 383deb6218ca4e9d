// PostGraphile over core's tables, as core's runtime role and under the same policies, with a worker for each core of the machine.
// What core does before it reads and PostGraphile does not do by itself stands here, and nothing else: the token is verified by the keys
// that are published, each time; the tenant in the header is looked up; membership decides. Both are remembered for five seconds, as in core.
"use strict";

const cluster = require("node:cluster");
const { createPublicKey } = require("node:crypto");
const http = require("node:http");
const os = require("node:os");
const jwt = require("jsonwebtoken");
const { Pool } = require("pg");
const { postgraphile } = require("postgraphile");

const { ISSUER, IDENTITY_URL, PORT } = process.env;
const REMEMBERED = 5000;
const MOST_REMEMBERED = 50_000;
const SLUG = /^[a-z][a-z0-9]{1,30}$/;
const READERS = new Set(["tenant-admin", "coordinator", "data-protection-officer"]);
const TENANTS = "select id, slug, state from tenancy.tenant";
const ROLES = `select role from access.membership m join access.person p on p.tenant_id = m.tenant_id and p.id = m.person_id
                where issuer = $1 and subject = $2 and ended_at is null
                  and valid_from <= current_date and (valid_to is null or valid_to >= current_date)`;

function serve() {
  const pool = new Pool({ max: 10 });
  const keys = remembering(publishedKeys);
  const tenants = remembering(() => read(pool, "", TENANTS, []).then(rows => new Map(rows.map(row => [row.slug, row]))));
  const roles = remembering((tenant, issuer, subject) => read(pool, tenant, ROLES, [issuer, subject]));

  async function settings(request) {
    const token = verified(request, await keys());
    const slug = request.headers["x-satu-tenant"];
    if (!SLUG.test(slug ?? "")) throw refused(400, "request.invalid");
    const tenant = (await tenants()).get(slug);
    if (!tenant) throw refused(404, "tenant.unknown");
    if (tenant.state !== "ACTIVE") throw refused(403, "tenant.suspended");
    const held = await roles(tenant.id, token.iss, token.sub);
    if (!held.some(row => READERS.has(row.role))) throw refused(403, "access.denied");
    return { "app.tenant_id": tenant.id };
  }

  const answer = postgraphile(pool, ["audit"], {
    pgSettings: settings,
    simpleCollections: "both", // lists without cursors, which cost less
    dynamicJson: true,
    ignoreRBAC: false,
    disableDefaultMutations: true,
    legacyRelations: "omit",
    disableQueryLog: true,
    graphiql: false,
    watchPg: false,
    retryOnInitFail: false,
  });
  http.createServer({ keepAliveTimeout: 60_000 }, answer).listen(Number(PORT), "127.0.0.1");
}

async function publishedKeys() {
  const answer = await fetch(IDENTITY_URL + "/oauth2/jwks");
  const { keys } = await answer.json();
  return new Map(keys.map(key => [key.kid, createPublicKey({ key, format: "jwk" })]));
}

function verified(request, keys) {
  try {
    const token = (request.headers.authorization ?? "").replace(/^Bearer /, "");
    const key = keys.get(jwt.decode(token, { complete: true }).header.kid);
    const claims = jwt.verify(token, key, { algorithms: ["RS256"], issuer: ISSUER, audience: "platform-core", clockTolerance: 5 });
    if (typeof claims.client_id === "string" && claims.exp) return claims;
  } catch {
    // refused below, whatever it was
  }
  throw refused(401, "access.token");
}

/** Rows that a tenant's transaction sees. */
async function read(pool, tenant, sql, values) {
  const client = await pool.connect();
  try {
    await client.query("begin read only");
    await client.query("select set_config('app.tenant_id', $1, true)", [tenant]);
    const { rows } = await client.query(sql, values);
    await client.query("commit");
    client.release();
    return rows;
  } catch (fault) {
    client.release(fault);
    throw fault;
  }
}

/** What was loaded for these arguments is good for five seconds, for those who ask meanwhile, too. */
function remembering(load) {
  const known = new Map();
  return (...asked) => {
    const key = asked.join(" ");
    const last = known.get(key);
    if (last && last.until > Date.now()) return last.value;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const value = load(...asked);
    known.set(key, { value, until: Date.now() + REMEMBERED });
    value.catch(() => known.delete(key));
    return value;
  };
}

function refused(statusCode, code) {
  return Object.assign(new Error(code), { statusCode });
}

if (cluster.isPrimary) {
  for (let worker = 0; worker < os.availableParallelism(); worker++) cluster.fork();
  cluster.on("exit", () => process.exit(1));
} else {
  serve();
}
