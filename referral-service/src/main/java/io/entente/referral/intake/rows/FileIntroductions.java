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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.Money;
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
    private final int sameSaleDays;
    private final Instant now;
    private final Map<ClientKey, List<Row>> rows = new HashMap<>();
    private final Map<String, Duration> protections = new HashMap<>();
    private final Map<ReferralId, Blocked> blocked = new HashMap<>();
    private final Set<Long> repeated = new TreeSet<>();

    /**
     * @param protection how long a partner's claim on a client is protected
     * @param sameSaleDays for how many days before and after a deal another one of the same amount may be the same sale
     * @param now when the import began; a protection that has ended by then has no effect
     */
    public FileIntroductions(Function<String, Duration> protection, int sameSaleDays, Instant now) {
        this.protection = protection;
        this.sameSaleDays = sameSaleDays;
        this.now = now;
    }

    private record Blocked(long line, ReferralId by) {}

    private record Row(
            long line,
            ReferralId referralId,
            String partnerId,
            LocalDate introducedOn,
            @Nullable LocalDate wonOn,
            @Nullable Money amount,
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
                        row.stage() == Stage.WON ? row.value() : null,
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
        List<Row> free = ofClient.stream()
                .filter(row -> !blocked.containsKey(row.referralId()))
                .toList();
        Map<String, List<Row>> byPartner = free.stream().collect(Collectors.groupingBy(Row::partnerId));
        byPartner.values().forEach(this::findRepeated);
    }

    /** Finds the rows of one partner and client that may be an earlier one again. */
    private void findRepeated(List<Row> ofPartner) {
        ofPartner.stream()
                .filter(row -> row.wonOn() == null && row.holds())
                .sorted(Comparator.comparing(Row::introducedOn).thenComparing(Row::line))
                .skip(1)
                .forEach(row -> repeated.add(row.line()));
        Map<Money, LocalDate> booked = new HashMap<>();
        ofPartner.stream()
                .filter(row -> row.wonOn() != null && row.amount() != null)
                .sorted(Comparator.comparing((Row row) -> Objects.requireNonNull(row.wonOn()))
                        .thenComparing(Row::line))
                .forEach(row -> book(row, booked));
    }

    private void book(Row row, Map<Money, LocalDate> booked) {
        LocalDate wonOn = Objects.requireNonNull(row.wonOn());
        Money amount = Objects.requireNonNull(row.amount());
        LocalDate before = booked.get(amount);
        if (before != null && !before.plusDays(sameSaleDays).isBefore(wonOn)) {
            repeated.add(row.line());
        } else {
            booked.put(amount, wonOn);
        }
    }

    /** The referral of another partner in the file that holds the client of a row's referral. */
    public Optional<ReferralId> holderBefore(ReferralId ofRow) {
        return Optional.ofNullable(blocked.get(ofRow)).map(Blocked::by);
    }

    /** The lines of the rows that may be an earlier row of the same partner again, in their order. */
    public List<Long> repeatedLines() {
        return List.copyOf(repeated);
    }

    /** The lines of the rows whose client a row of another partner holds, in their order. */
    public List<Long> lines() {
        return blocked.values().stream().map(Blocked::line).sorted().toList();
    }
}
