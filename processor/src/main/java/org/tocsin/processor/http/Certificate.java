package org.tocsin.processor.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.tocsin.processor.HttpSettings;
import org.tocsin.processor.OperatorException;

/** The server's certificate and its key, from PEM files as certbot and Kubernetes lay them. */
final class Certificate {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "Ed25519");
    private static final String ALIAS = "http";
    private static final char[] IN_MEMORY = new char[0];

    private Certificate() {}

    /**
     * Reads both.
     *
     * @throws OperatorException when a file cannot be read, is something else, or the certificate has expired
     */
    static SslContextFactory.Server tls(Path certificate, Path key, Clock clock) {
        X509Certificate[] chain = chain(certificate, clock);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, IN_MEMORY);
            store.setKeyEntry(ALIAS, key(key), IN_MEMORY, chain);
            SslContextFactory.Server tls = new SslContextFactory.Server();
            tls.setKeyStore(store);
            tls.setKeyStorePassword("");
            tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
            // Probes and proxies call by address; the name is theirs to check.
            tls.setSniRequired(false);
            return tls;
        } catch (GeneralSecurityException | IOException e) {
            throw new OperatorException(
                    "%s=%s and %s=%s do not fit together: %s"
                            .formatted(HttpSettings.CERTIFICATE, certificate, HttpSettings.KEY, key, e.getMessage()),
                    e);
        }
    }

    private static X509Certificate[] chain(Path file, Clock clock) {
        String setting = HttpSettings.CERTIFICATE + "=" + file;
        try (InputStream in = Files.newInputStream(file)) {
            X509Certificate[] chain = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toArray(X509Certificate[]::new);
            if (chain.length == 0) {
                throw new OperatorException(setting + " holds no certificate; PEM is expected");
            }
            chain[0].checkValidity(Date.from(clock.instant()));
            return chain;
        } catch (CertificateExpiredException e) {
            throw new OperatorException(setting + " has expired: " + e.getMessage() + "; renew it", e);
        } catch (IOException | GeneralSecurityException e) {
            throw new OperatorException(
                    setting + " cannot be read as a certificate in PEM: " + OperatorException.rootOf(e), e);
        }
    }

    private static PrivateKey key(Path file) throws GeneralSecurityException {
        String setting = HttpSettings.KEY + "=" + file;
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new OperatorException(setting + " cannot be read: " + OperatorException.rootOf(e), e);
        }
        Matcher key = KEY.matcher(text);
        if (!key.find()) {
            throw new OperatorException(setting
                    + " holds no private key in PKCS #8 PEM, not encrypted; openssl pkcs8 -topk8 -nodes makes one");
        }
        PKCS8EncodedKeySpec spec =
                new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(key.group(1)));
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (InvalidKeySpecException another) {
                // Of another kind, then.
            }
        }
        throw new OperatorException(setting + " is a key of an unknown kind; known are " + ALGORITHMS);
    }
}
