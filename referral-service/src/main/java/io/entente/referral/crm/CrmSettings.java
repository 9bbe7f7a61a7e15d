package io.entente.referral.crm;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The connected CRMs and their bounds, in {@code entente.referral.crm}.
 *
 * @param tolerance the longest time between a request's timestamp and now
 * @param maxBodyBytes the maximum number of bytes of a request; a larger request is answered with 413
 * @param keepUnlinked how long an unlinked deal is kept after its last change was received
 * @param noticeAfter how long a change may wait before the team is notified
 * @param sweepInterval how often due notices and retries, and new versions of mapping profiles, are looked for
 * @param sameSaleDays for how many days before and after a deal another one of the same amount waits for a person, because it
 *     may be the same sale
 * @param connections by {@link Crm#source()}
 */
public record CrmSettings(
        Duration tolerance,
        int maxBodyBytes,
        Duration keepUnlinked,
        Duration noticeAfter,
        Duration sweepInterval,
        int sameSaleDays,
        Map<String, Connection> connections) {

    public CrmSettings {
        if (tolerance.isNegative() || tolerance.isZero() || maxBodyBytes < 1 || keepUnlinked.isNegative()) {
            throw new IllegalArgumentException(
                    "entente.referral.crm: tolerance and max-body-bytes must be positive, and keep-unlinked must not be negative");
        }
        if (noticeAfter.isNegative() || sweepInterval.isNegative() || sweepInterval.isZero()) {
            throw new IllegalArgumentException(
                    "entente.referral.crm: notice-after must not be negative, and sweep-interval must be positive");
        }
        if (sameSaleDays < 0 || sameSaleDays > 366) {
            throw new IllegalArgumentException("entente.referral.crm: same-sale-days must be 0 to 366");
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
     * @param accounts the accounts whose events are accepted: HubSpot's portal ids, or Salesforce's organization ids
     * @param timeZone the zone of the CRM's account, in which its times become dates; UTC if it isn't set
     * @param currencyPatience how long a won deal waits for its currency before it gets the currency of the profile
     */
    public record Connection(
            @Nullable List<String> secrets,
            String profile,
            @Nullable String publicUrl,
            String referralField,
            @Nullable List<String> accounts,
            @Nullable ZoneId timeZone,
            @Nullable Duration currencyPatience) {

        public Connection {
            secrets = secrets == null ? List.of() : List.copyOf(secrets);
            publicUrl = publicUrl == null || publicUrl.isBlank() ? null : publicUrl;
            accounts = accounts == null ? List.of() : List.copyOf(accounts);
            timeZone = timeZone == null ? ZoneOffset.UTC : timeZone;
            currencyPatience = currencyPatience == null ? Duration.ZERO : currencyPatience;
        }

        @Override
        public List<String> secrets() {
            return secrets == null ? List.of() : secrets;
        }

        @Override
        public List<String> accounts() {
            return accounts == null ? List.of() : accounts;
        }

        @Override
        public ZoneId timeZone() {
            return timeZone == null ? ZoneOffset.UTC : timeZone;
        }

        @Override
        public Duration currencyPatience() {
            return currencyPatience == null ? Duration.ZERO : currencyPatience;
        }

        @Override
        public String toString() {
            return "Connection[profile=%s]".formatted(profile);
        }
    }

    /** The connection of a CRM; empty if it isn't connected. */
    public Optional<Connection> connection(Crm crm) {
        return configured(crm).filter(to -> !to.secrets().isEmpty());
    }

    /** The zone of a CRM's account, in which its times become dates; UTC if it isn't known. */
    public ZoneId timeZone(Crm crm) {
        return configured(crm).map(Connection::timeZone).orElse(ZoneOffset.UTC);
    }

    /** The settings of a CRM, which are also known if the CRM isn't connected. */
    Optional<Connection> configured(Crm crm) {
        return Optional.ofNullable(connections.get(crm.source()));
    }
}
