package io.entente.referral.intake.rows;

import io.entente.platform.names.OrganisationName;
import io.entente.referral.attribution.matching.ClientKey;
import io.entente.referral.intake.profiles.Opportunity;
import io.entente.referral.intake.profiles.Stage;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.facts.Client;
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
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Tells which rows of one file introduce a client that another partner has introduced before them in the same file. Rows are
 * imported in another order: deals that closed come first, because volume tiers count them so. Therefore a deal that was won could
 * get ahead of an earlier introduction that is still protected.
 *
 * <p>A referral that is open or won holds its client until its protection ends. A protection that ended before the import holds
 * nothing, because that is history. Rows that hold nothing are kept only if they were won, so a file of history costs one small
 * entry for each deal.
 *
 * <p>Two clients with different keys are the same here if their names have the same words in the form in which names are compared,
 * in any order, and the policy would have it decided by a person. Misspelt names meet when the rows are imported, in the order of
 * the import.
 */
public final class FileIntroductions {

    private final Function<String, Duration> protection;
    private final BiPredicate<Client, Client> areAlike;
    private final int sameSaleDays;
    private final Instant now;
    private final Map<ClientKey, OfClient> clients = new HashMap<>();
    private final Map<String, List<OfClient>> namesakes = new HashMap<>();
    private final Map<String, Duration> protections = new HashMap<>();
    private final Map<ReferralId, Blocked> blocked = new HashMap<>();
    private final Set<Long> repeated = new TreeSet<>();

    /**
     * @param protection how long a partner's claim on a client is protected
     * @param areAlike whether referrals of two partners for these clients would be in conflict
     * @param sameSaleDays for how many days before and after a deal another one of the same amount may be the same sale
     * @param now when the import began; a protection that has ended by then has no effect
     */
    public FileIntroductions(
            Function<String, Duration> protection,
            BiPredicate<Client, Client> areAlike,
            int sameSaleDays,
            Instant now) {
        this.protection = protection;
        this.areAlike = areAlike;
        this.sameSaleDays = sameSaleDays;
        this.now = now;
    }

    private record Blocked(long line, ReferralId by) {}

    /** A client of the file, as its first row names it. */
    private record OfClient(Client client, List<Row> rows) {

        /** The first row that holds the client. */
        Optional<Row> holder() {
            return rows.stream().filter(Row::holds).min(Row.FIRST);
        }
    }

    private record Row(
            long line,
            ReferralId referralId,
            String partnerId,
            LocalDate introducedOn,
            @Nullable LocalDate wonOn,
            @Nullable Money amount,
            boolean holds) {

        private static final Comparator<Row> FIRST =
                Comparator.comparing(Row::introducedOn).thenComparing(Row::line);

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
        clients.computeIfAbsent(row.client().key(), key -> firstRowOf(row.client()))
                .rows()
                .add(new Row(
                        line,
                        row.referralId(),
                        row.partnerId(),
                        submittedOn == null ? LocalDate.ofInstant(now, ZoneOffset.UTC) : submittedOn,
                        row.stage() == Stage.WON ? row.closedOn() : null,
                        row.stage() == Stage.WON ? row.value() : null,
                        holds(row)));
    }

    private OfClient firstRowOf(Client client) {
        OfClient added = new OfClient(client, new ArrayList<>(1));
        namesakes.computeIfAbsent(name(client), name -> new ArrayList<>(1)).add(added);
        return added;
    }

    private static String name(Client client) {
        return OrganisationName.of(client.organisation()).compared().sorted();
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

    /** Decides between the rows, after all have been added. The first introduction counts first, of whichever name. */
    public void decide() {
        record First(Row holder, OfClient client) {}
        clients.values().stream()
                .flatMap(client -> client.holder().map(holder -> new First(holder, client)).stream())
                .sorted(Comparator.comparing(First::holder, Row.FIRST))
                .filter(first -> !blocked.containsKey(first.holder().referralId()))
                .forEach(first -> blockOthers(first.holder(), first.client()));
        clients.values().forEach(client -> client.rows().stream()
                .filter(row -> !blocked.containsKey(row.referralId()))
                .collect(Collectors.groupingBy(Row::partnerId))
                .values()
                .forEach(this::findRepeated));
        clients.clear();
        namesakes.clear();
    }

    private void blockOthers(Row first, OfClient client) {
        Stream<OfClient> alike = namesakes.getOrDefault(name(client.client()), List.of()).stream()
                .filter(other -> !other.client().key().equals(client.client().key()))
                .filter(other -> areAlike.test(client.client(), other.client()));
        Stream.concat(Stream.of(client), alike)
                .flatMap(one -> one.rows().stream())
                .filter(row -> !row.partnerId().equals(first.partnerId()) && first.blocks(row))
                .forEach(row -> blocked.putIfAbsent(row.referralId(), new Blocked(row.line(), first.referralId())));
    }

    /** Finds the rows of one partner and client that may be an earlier one again. */
    private void findRepeated(List<Row> ofPartner) {
        ofPartner.stream()
                .filter(row -> row.wonOn() == null && row.holds())
                .sorted(Row.FIRST)
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
