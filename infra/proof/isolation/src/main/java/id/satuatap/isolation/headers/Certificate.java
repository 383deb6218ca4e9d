package id.satuatap.isolation.headers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A key and a certificate for {@code localhost}, made on the spot, good for two days and trusted by nobody but this suite. */
record Certificate(Path store, String password) {

    static Certificate make(Path folder) throws IOException, InterruptedException {
        var store = Files.createDirectories(folder).resolve("gateway.p12");
        Files.deleteIfExists(store);
        var password = UUID.randomUUID().toString();
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = "-genkeypair -alias gateway -keyalg EC -groupname secp256r1 -validity 2 -storetype PKCS12"
                + " -dname CN=localhost -ext san=dns:localhost,dns:*.localhost,ip:127.0.0.1 -keystore";
        var process = new ProcessBuilder()
                .command(join(keytool, List.of(command.split(" ")), store.toString(), "-storepass", password))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(
                    "keytool made no certificate: " + Files.readString(folder.resolve("keytool.log")));
        }
        return new Certificate(store, password);
    }

    /** What a Spring Boot server needs to use it. */
    Map<String, String> environment() {
        return Map.of(
                "SERVER_SSL_ENABLED", "true",
                "SERVER_SSL_BUNDLE", "gateway",
                "SPRING_SSL_BUNDLE_JKS_GATEWAY_KEYSTORE_LOCATION", store.toUri().toString(),
                "SPRING_SSL_BUNDLE_JKS_GATEWAY_KEYSTORE_PASSWORD", password,
                "SPRING_SSL_BUNDLE_JKS_GATEWAY_KEYSTORE_TYPE", "PKCS12",
                "MANAGEMENT_SERVER_SSL_ENABLED", "false");
    }

    /** For a client that trusts this certificate and no other. */
    SSLContext trusting() throws GeneralSecurityException, IOException {
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(KeyStore.getInstance(store.toFile(), password.toCharArray()));
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static List<String> join(String program, List<String> options, String... more) {
        var all = new ArrayList<>(List.of(program));
        all.addAll(options);
        all.addAll(List.of(more));
        return all;
    }
}
