package id.satuatap.bench.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An nginx of our own, with nothing from the machine's configuration: as the backend, and as the gateway's peer. */
final class Nginx implements AutoCloseable {

    private static final String COMMON = """
            user %1$s;
            worker_processes %2$d;
            pid nginx.pid;
            error_log error.log;
            daemon off;
            events { worker_connections 4096; }
            http {
              server_tokens off;
              keepalive_requests 1000000000;
              sendfile on;
              tcp_nopush on;
              client_body_temp_path body;
              proxy_temp_path proxy;
              fastcgi_temp_path fastcgi;
              uwsgi_temp_path uwsgi;
              scgi_temp_path scgi;
              default_type application/json;
              %3$s
            }
            """;

    private static final String FILES = """
            access_log off;
            server {
              listen 127.0.0.1:%1$d;
              root files;
            }
            """;

    /** What the gateway does, too: kept connections, a log line and an id for each request, a rate limit, the same headers. */
    private static final String PROXY = """
            limit_req_zone $binary_remote_addr zone=client:10m rate=1000000r/s;
            log_format line escape=json '{"at":"$time_iso8601","requestId":"$request_id","method":"$request_method","path":"$uri","status":$status,"seconds":$request_time}';
            access_log access.log line buffer=64k;
            upstream backend {
              server 127.0.0.1:%2$d;
              keepalive 256;
              keepalive_requests 1000000000;
            }
            server {
              listen 127.0.0.1:%1$d reuseport;
              location / {
                limit_req zone=client burst=1000000 nodelay;
                proxy_pass http://backend;
                proxy_http_version 1.1;
                proxy_buffers 16 8k;
                proxy_set_header Connection "";
                proxy_set_header Host $http_host;
                proxy_set_header X-Request-Id $request_id;
                proxy_set_header X-Forwarded-For $remote_addr;
                proxy_set_header X-Forwarded-Proto $scheme;
                proxy_set_header X-Forwarded-Host $http_host;
                proxy_set_header X-Forwarded-Port $server_port;
                proxy_set_header X-Satu-Tenant satu;
                add_header X-Request-Id $request_id always;
                add_header Content-Security-Policy "default-src 'none'; frame-ancestors 'none'" always;
                add_header X-Content-Type-Options nosniff always;
                add_header X-Frame-Options DENY always;
                add_header Referrer-Policy same-origin always;
                add_header Permissions-Policy "camera=(), geolocation=(), microphone=(), payment=(), usb=()" always;
                add_header Cross-Origin-Opener-Policy same-origin always;
                add_header Cache-Control no-store always;
              }
            }
            """;

    private final int port;
    private final Process process;

    private Nginx(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /** Serves what lies in {@code files} of this folder. */
    static Nginx files(Path folder) {
        var port = freePort();
        return start(folder, 1, port, FILES.formatted(port));
    }

    /** Passes everything on to that backend. */
    static Nginx proxy(Path folder, int workers, int backend) {
        var port = freePort();
        return start(folder, workers, port, PROXY.formatted(port, backend));
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    /** A port that nobody uses at the moment. */
    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Nginx start(Path folder, int workers, int port, String server) {
        try {
            Files.createDirectories(folder);
            var configuration = folder.resolve("nginx.conf");
            Files.writeString(configuration, COMMON.formatted(System.getProperty("user.name"), workers, server));
            var process = new ProcessBuilder(List.of(
                            "nginx", "-p", folder.toString(), "-c", configuration.toString(), "-e", "error.log"))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("nginx.out").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return new Nginx(port, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
