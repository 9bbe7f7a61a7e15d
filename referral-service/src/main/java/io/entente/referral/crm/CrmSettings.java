package io.entente.referral.crm;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The CRMs that tell of their deals, in {@code entente.referral.crm}.
 *
 * @param tolerance how far a request's time may be from now
 * @param maxBodyBytes of a request; one with more gets 413
 * @param keepUnlinked how long a deal is kept that nobody links, from when it was last heard of
 * @param connections by {@link Crm#source()}
 */
public record CrmSettings(
        Duration tolerance, int maxBodyBytes, Duration keepUnlinked, Map<String, Connection> connections) {

    public CrmSettings {
        if (tolerance.isNegative() || tolerance.isZero() || maxBodyBytes < 1 || keepUnlinked.isNegative()) {
            throw new IllegalArgumentException("entente.referral.crm has a bound that is not positive");
        }
        connections = Map.copyOf(connections);
        Map<String, Connection> unknown = new HashMap<>(connections);
        unknown.keySet().removeIf(source -> Crm.of(source).isPresent());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("entente.referral.crm.connections names no CRM: " + unknown.keySet());
        }
    }

    /**
     * How a CRM is connected.
     *
     * @param secrets shared with it; none where it isn't connected
     * @param profile the mapping profile that says what its stages mean
     * @param publicUrl under which it calls, without a path, where a gateway stands between
     * @param referralField in which its deals may name their referral
     */
    public record Connection(
            @Nullable List<String> secrets, String profile, @Nullable String publicUrl, String referralField) {

        public Connection {
            secrets = secrets == null ? List.of() : List.copyOf(secrets);
            publicUrl = publicUrl == null || publicUrl.isBlank() ? null : publicUrl;
        }

        @Override
        public List<String> secrets() {
            return secrets == null ? List.of() : secrets;
        }

        @Override
        public String toString() {
            return "Connection[profile=%s]".formatted(profile);
        }
    }

    /** Empty where the CRM isn't connected. */
    public Optional<Connection> connection(Crm crm) {
        return Optional.ofNullable(connections.get(crm.source()))
                .filter(to -> !to.secrets().isEmpty());
    }

    /** What a CRM's stages mean is data, also while it isn't connected. */
    Optional<String> profile(Crm crm) {
        return Optional.ofNullable(connections.get(crm.source())).map(Connection::profile);
    }
}
