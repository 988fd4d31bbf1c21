package org.tocsin.processor.stack;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A listener that shows a certificate of yesterday, signed by an authority that is still valid and trusted. */
public final class ExpiredCertificate implements AutoCloseable {
    private static final String PASSWORD = "password";

    private final Path directory;
    private final SSLServerSocket listener;

    private ExpiredCertificate(Path directory) throws IOException, GeneralSecurityException, InterruptedException {
        this.directory = directory;
        makeCertificates();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(directory.resolve("server.p12"))) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        this.listener = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "expired-certificate");
        thread.setDaemon(true);
        thread.start();
    }

    /** Makes the certificates in a directory and listens on a free port of 127.0.0.1. */
    public static ExpiredCertificate listen(Path directory)
            throws IOException, GeneralSecurityException, InterruptedException {
        return new ExpiredCertificate(directory);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Trusts the authority that signed the certificate. */
    public Path trustStore() {
        return directory.resolve("trust.p12");
    }

    public String password() {
        return PASSWORD;
    }

    /** Each handshake fails at the client, which is all that is asked of it. */
    private void serve() {
        while (!listener.isClosed()) {
            try (SSLSocket socket = (SSLSocket) listener.accept()) {
                socket.startHandshake();
            } catch (IOException refused) {
                // By the client, as it should be, or closed.
            }
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void makeCertificates() throws IOException, InterruptedException {
        keytool("-genkeypair", "-alias", "ca", "-keystore", "ca.p12", "-dname", "CN=authority", "-ext", "bc:c");
        keytool("-exportcert", "-alias", "ca", "-keystore", "ca.p12", "-file", "ca.crt");
        keytool("-importcert", "-noprompt", "-alias", "ca", "-keystore", "trust.p12", "-file", "ca.crt");
        keytool("-genkeypair", "-alias", "server", "-keystore", "server.p12", "-dname", "CN=127.0.0.1");
        keytool("-certreq", "-alias", "server", "-keystore", "server.p12", "-file", "server.csr");
        keytool(
                "-gencert",
                "-alias",
                "ca",
                "-keystore",
                "ca.p12",
                "-infile",
                "server.csr",
                "-outfile",
                "server.crt",
                "-startdate",
                "-9d",
                "-validity",
                "2",
                "-ext",
                "san=ip:127.0.0.1");
        keytool("-importcert", "-noprompt", "-alias", "ca", "-keystore", "server.p12", "-file", "ca.crt");
        keytool("-importcert", "-noprompt", "-alias", "server", "-keystore", "server.p12", "-file", "server.crt");
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", PASSWORD, "-storetype", "PKCS12"));
        if (arguments[0].equals("-genkeypair")) {
            command.addAll(List.of("-keyalg", "EC", "-keypass", PASSWORD));
        }
        Path said = directory.resolve("keytool.log");
        int code = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException(command + ": " + Files.readString(said));
        }
    }
}
