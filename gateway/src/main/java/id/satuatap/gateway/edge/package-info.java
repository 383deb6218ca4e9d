/** What every request passes before it is routed. Each filter does one thing and lives with its subject; {@link id.satuatap.gateway.edge.EdgeFilterChain} runs them by
 * their {@code @Order}: request id 10, access log 20, security headers 30, refusals 40, framing 45, method 50, credentials 55, client address 60, header stripping 70, host 80, path 90,
 * static files 100, tenant 110, internal paths 120, suspension 130, WebSocket 140, rate 150, concurrency 160, body size 170. */
@NullMarked
package id.satuatap.gateway.edge;

import org.jspecify.annotations.NullMarked;
