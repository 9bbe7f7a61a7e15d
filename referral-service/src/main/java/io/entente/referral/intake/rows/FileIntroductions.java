package io.entente.referral.intake.rows;

import io.entente.referral.attribution.matching.ClientKey;
import io.entente.referral.intake.profiles.Opportunity;
import io.entente.referral.intake.profiles.Stage;
import io.entente.referral.referral.ReferralId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells which rows of one file introduce a client that another partner has introduced before them in the same file. Rows are
 * imported in another order: deals that closed come first, because volume tiers count them so. Therefore a deal that was won could
 * get ahead of an earlier introduction that is still protected.
 *
 * <p>A referral that is open or won holds its client until its protection ends. A protection that ended before the import holds
 * nothing, because that is history. Rows that hold nothing are kept only if they were won, so a file of history costs one small
 * entry for each deal. Similar names aren't compared, because that would take as long as the import.
 */
public final class FileIntroductions {

    private final Function<String, Duration> protection;
    private final Instant now;
    private final Map<ClientKey, List<Row>> rows = new HashMap<>();
    private final Map<String, Duration> protections = new HashMap<>();
    private final Map<ReferralId, Blocked> blocked = new HashMap<>();

    /**
     * @param protection how long a partner's claim on a client is protected
     * @param now when the import began; a protection that has ended by then has no effect
     */
    public FileIntroductions(Function<String, Duration> protection, Instant now) {
        this.protection = protection;
        this.now = now;
    }

    private record Blocked(long line, ReferralId by) {}

    private record Row(
            long line,
            ReferralId referralId,
            String partnerId,
            LocalDate introducedOn,
            @Nullable LocalDate wonOn,
            boolean holds) {

        boolean isBefore(Row other) {
            int order = introducedOn.compareTo(other.introducedOn);
            return order == 0 ? line < other.line : order < 0;
        }

        /** Whether the other row's partner comes after this one's, which holds the client. */
        boolean blocks(Row other) {
            boolean isCovered =
                    !other.holds && (other.wonOn == null ? wonOn != null : !other.wonOn.isBefore(introducedOn));
            return isBefore(other) || isCovered;
        }
    }

    /** Adds a row that was understood. A deal that was lost holds nothing and needs no client. */
    public void add(long line, Opportunity row) {
        if (row.stage() == Stage.LOST) {
            return;
        }
        LocalDate submittedOn = row.submittedOn();
        rows.computeIfAbsent(row.client().key(), key -> new ArrayList<>(1))
                .add(new Row(
                        line,
                        row.referralId(),
                        row.partnerId(),
                        submittedOn == null ? LocalDate.ofInstant(now, ZoneOffset.UTC) : submittedOn,
                        row.stage() == Stage.WON ? row.closedOn() : null,
                        holds(row)));
    }

    private boolean holds(Opportunity row) {
        LocalDate submittedOn = row.submittedOn();
        if (row.stage() == Stage.SUBMITTED || submittedOn == null) {
            return true;
        }
        Duration ofPartner = protections.computeIfAbsent(row.partnerId(), protection);
        return submittedOn
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .plus(ofPartner)
                .isAfter(now);
    }

    /** Decides between the rows, after all have been added. */
    public void decide() {
        rows.values().forEach(this::decide);
        rows.clear();
    }

    private void decide(List<Row> ofClient) {
        Optional<Row> holder = ofClient.stream()
                .filter(Row::holds)
                .min(Comparator.comparing(Row::introducedOn).thenComparing(Row::line));
        holder.ifPresent(first -> ofClient.stream()
                .filter(row -> !row.partnerId().equals(first.partnerId()) && first.blocks(row))
                .forEach(row -> blocked.put(row.referralId(), new Blocked(row.line(), first.referralId()))));
    }

    /** The referral of another partner in the file that holds the client of a row's referral. */
    public Optional<ReferralId> holderBefore(ReferralId ofRow) {
        return Optional.ofNullable(blocked.get(ofRow)).map(Blocked::by);
    }

    /** The lines of the rows whose client a row of another partner holds, in their order. */
    public List<Long> lines() {
        return blocked.values().stream().map(Blocked::line).sorted().toList();
    }
}
