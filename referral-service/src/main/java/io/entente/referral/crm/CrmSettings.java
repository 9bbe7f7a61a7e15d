package io.entente.referral.crm;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The connected CRMs and their bounds, in {@code entente.referral.crm}.
 *
 * @param tolerance the longest time between a request's timestamp and now
 * @param maxBodyBytes the most bytes of a request; a larger request is answered with 413
 * @param keepUnlinked how long an unlinked deal is kept after its last change was received
 * @param connections by {@link Crm#source()}
 */
public record CrmSettings(
        Duration tolerance, int maxBodyBytes, Duration keepUnlinked, Map<String, Connection> connections) {

    public CrmSettings {
        if (tolerance.isNegative() || tolerance.isZero() || maxBodyBytes < 1 || keepUnlinked.isNegative()) {
            throw new IllegalArgumentException(
                    "entente.referral.crm: tolerance and max-body-bytes must be positive, and keep-unlinked must not be negative");
        }
        connections = Map.copyOf(connections);
        Map<String, Connection> unknown = new HashMap<>(connections);
        unknown.keySet().removeIf(source -> Crm.of(source).isPresent());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "entente.referral.crm.connections must name hubspot, salesforce or generic, not "
                            + unknown.keySet());
        }
    }

    /**
     * How a CRM is connected.
     *
     * @param secrets shared with the CRM; empty if it isn't connected
     * @param profile the mapping profile that says what its stages mean
     * @param publicUrl the URL that the CRM calls, without a path; needed only if there is a gateway in between
     * @param referralField the field of the CRM's deals that may contain the referral's id
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

    /** The connection of a CRM; empty if it isn't connected. */
    public Optional<Connection> connection(Crm crm) {
        return Optional.ofNullable(connections.get(crm.source()))
                .filter(to -> !to.secrets().isEmpty());
    }

    /** The mapping profile of a CRM, which is also known if the CRM isn't connected. */
    Optional<String> profile(Crm crm) {
        return Optional.ofNullable(connections.get(crm.source())).map(Connection::profile);
    }
}
