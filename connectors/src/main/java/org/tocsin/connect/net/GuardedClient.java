package org.tocsin.connect.net;

import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** The client with all its conveniences off: whatever happens on the network is decided in {@link GuardedHttp}. */
final class GuardedClient {
    private static final TimeValue IDLE = TimeValue.ofSeconds(5);

    private GuardedClient() {}

    static CloseableHttpClient build(HttpLimits limits, GuardedDns dns, String userAgent) {
        Timeout total = Timeout.of(limits.total());
        ConnectionConfig connection = ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(limits.connect()))
                .setSocketTimeout(total)
                .setTimeToLive(60, TimeUnit.SECONDS)
                .build();
        PoolingHttpClientConnectionManager connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(dns)
                .setDefaultConnectionConfig(connection)
                .setMaxConnTotal(limits.connections())
                .setMaxConnPerRoute(limits.connections())
                .build();
        RequestConfig request = RequestConfig.custom()
                .setRedirectsEnabled(false)
                .setAuthenticationEnabled(false)
                .setContentCompressionEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .setConnectionRequestTimeout(total)
                .setResponseTimeout(total)
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(request)
                .setUserAgent(userAgent)
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableRedirectHandling()
                .disableContentCompression()
                .evictIdleConnections(IDLE)
                .build();
    }
}
