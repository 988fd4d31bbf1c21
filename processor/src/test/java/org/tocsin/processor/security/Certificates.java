package org.tocsin.processor.security;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A key and its self-signed certificate for 127.0.0.1, made by the JDK's own keytool, and a store that trusts it. */
public record Certificates(Path keyStore, Path trustStore, String password) {
    private static final String PASSWORD = "key-password-7391";

    public static Certificates in(Path directory) throws IOException, InterruptedException {
        Path keys = directory.resolve("keys.p12");
        Path exported = directory.resolve("server.pem");
        Path trusted = directory.resolve("trusted.p12");
        List<String> pair = List.of("-genkeypair", "-alias", "server", "-keyalg", "EC", "-validity", "2");
        keytool(keys, pair, List.of("-dname", "CN=localhost", "-ext", "SAN=ip:127.0.0.1,dns:localhost"));
        keytool(keys, List.of("-exportcert", "-rfc", "-alias", "server", "-file", exported.toString()), List.of());
        keytool(
                trusted,
                List.of("-importcert", "-noprompt", "-alias", "server"),
                List.of("-file", exported.toString()));
        return new Certificates(keys, trusted, PASSWORD);
    }

    private static void keytool(Path store, List<String> first, List<String> second)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(first);
        command.addAll(second);
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool: " + said);
        }
    }

    /** Of a client that trusts the certificate. */
    public Map<String, String> client() {
        return Map.of(
                "ssl.truststore.location",
                trustStore.toString(),
                "ssl.truststore.type",
                "PKCS12",
                "ssl.truststore.password",
                password);
    }

    public void server(Properties broker) {
        broker.setProperty("ssl.keystore.location", keyStore.toString());
        broker.setProperty("ssl.keystore.type", "PKCS12");
        broker.setProperty("ssl.keystore.password", password);
        broker.setProperty("ssl.key.password", password);
        // It checks at its start that it would trust itself.
        client().forEach(broker::setProperty);
    }

    /** Of a server of the JDK's own. */
    public SSLContext serverContext() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore)) {
            keys.load(in, password.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
