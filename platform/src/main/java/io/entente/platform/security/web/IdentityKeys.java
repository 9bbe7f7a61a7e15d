package io.entente.platform.security.web;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The public keys of the identity server, fetched when the first token arrives. A service starts without the identity server.
 * Keys that were fetched once stay good while it is away.
 */
final class IdentityKeys implements JWKSource<SecurityContext> {

    private static final int MAX_BYTES = 64 * 1024;
    /** A token with an unknown key makes the keys be fetched again, at most this often. */
    private static final Duration FETCH_INTERVAL = Duration.ofSeconds(5);

    private final Fetched fetched;
    private final JWKSource<SecurityContext> cached;

    /**
     * @param issuer of the tokens; its metadata say where the keys are
     * @param keys where the keys are; null to look it up in the issuer's metadata
     */
    IdentityKeys(String issuer, @Nullable String keys, SignInProperties properties) {
        int millis = (int) properties.keyServerPatience().toMillis();
        this.fetched = new Fetched(issuer, keys, new DefaultResourceRetriever(millis, millis, MAX_BYTES));
        this.cached = JWKSourceBuilder.create(fetched)
                .cache(properties.keysFreshFor().toMillis(), 2L * millis)
                .refreshAheadCache(false)
                .rateLimited(FETCH_INTERVAL.toMillis())
                .retrying(true)
                .outageTolerant(properties.keysGoodFor().toMillis())
                .build();
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        try {
            return cached.get(selector, context);
        } catch (RateLimitReachedException e) {
            if (fetched.once) {
                // The keys are known, and none of them signed the token.
                return List.of();
            }
            throw e;
        }
    }

    /** Fetches the keys each time it is asked. */
    private static final class Fetched implements JWKSetSource<SecurityContext> {

        private final String issuer;
        private final ResourceRetriever http;
        private volatile @Nullable String address;
        private volatile boolean once;

        private Fetched(String issuer, @Nullable String address, ResourceRetriever http) {
            this.issuer = issuer;
            this.address = address;
            this.http = http;
        }

        @Override
        public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
                throws KeySourceException {
            try {
                String from = address;
                if (from == null) {
                    from = discover();
                    address = from;
                }
                JWKSet keys =
                        new URLBasedJWKSetSource<>(URI.create(from).toURL(), http).getJWKSet(refresh, now, context);
                once = true;
                return keys;
            } catch (IOException | ParseException | IllegalArgumentException e) {
                throw new JWKSetRetrievalException("The keys of %s are not reachable: %s".formatted(issuer, e), e);
            }
        }

        private String discover() throws IOException, ParseException {
            String at = issuer + (issuer.endsWith("/") ? "" : "/") + ".well-known/openid-configuration";
            Map<String, Object> metadata =
                    JSONObjectUtils.parse(http.retrieveResource(url(at)).getContent());
            if (!issuer.equals(metadata.get("issuer"))) {
                throw new IOException("the metadata at %s are those of %s".formatted(at, metadata.get("issuer")));
            }
            return JSONObjectUtils.getString(metadata, "jwks_uri");
        }

        private static URL url(String address) throws MalformedURLException {
            return URI.create(address).toURL();
        }

        @Override
        public void close() {}
    }
}
