package io.entente.referral.sla;

import io.entente.referral.partners.Direction;
import io.entente.referral.partners.Tier;
import io.entente.referral.sla.calendar.BusinessCalendar;
import io.entente.referral.sla.calendar.BusinessCalendar.RunningClocks;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All SLA policies and calendars of the program in all their versions. Rules that hold between them must hold no matter how
 * many people change them at once, so the book is one document that is replaced only if its version is still the one that was
 * read.
 *
 * @param version increases by one with every change
 * @param policies by code, then by version; the versions of one code are in force one after the other
 * @param calendars by code, then by version
 */
public record SlaPolicyBook(long version, List<SlaPolicy> policies, List<BusinessCalendar> calendars) {

    /** The maximum number of versions in one book, about 0.5 KiB each, far below the bound of a document. */
    public static final int MAX_POLICIES = 2_000;

    /** A calendar with all its days off takes about 10 KiB, and at most 45 KiB with the names of entered holidays. */
    public static final int MAX_CALENDARS = 300;

    public SlaPolicyBook {
        policies = policies.stream()
                .sorted(Comparator.comparing(SlaPolicy::code).thenComparing(SlaPolicy::version))
                .toList();
        calendars = calendars.stream()
                .sorted(Comparator.comparing(BusinessCalendar::code).thenComparing(BusinessCalendar::version))
                .toList();
    }

    /**
     * The policy for a clock that starts at a given time. Of those in force, one that names the tier precedes one for all
     * tiers.
     */
    public Optional<SlaPolicy> policyFor(SlaKind kind, Direction direction, Tier tier, Instant at) {
        return inForce(at)
                .filter(policy -> policy.isFor(kind, direction, tier))
                .min(Comparator.comparing(policy -> policy.tiers().isEmpty()));
    }

    /** The newest version of a policy, whether it is in force yet or not. */
    public Optional<SlaPolicy> newest(String code) {
        return versions(code).reduce((older, newer) -> newer);
    }

    public Stream<SlaPolicy> versions(String code) {
        return policies.stream().filter(policy -> policy.code().equals(code));
    }

    /** The newest version of each policy. */
    public List<SlaPolicy> newestPolicies() {
        return policies.stream()
                .filter(policy -> newest(policy.code()).filter(policy::equals).isPresent())
                .toList();
    }

    public Optional<BusinessCalendar> newestCalendar(String code) {
        return calendars.stream()
                .filter(calendar -> calendar.code().equals(code))
                .reduce((older, newer) -> newer);
    }

    public List<BusinessCalendar> newestCalendars() {
        return calendars.stream()
                .filter(calendar ->
                        newestCalendar(calendar.code()).filter(calendar::equals).isPresent())
                .toList();
    }

    /** The calendar that a policy names. */
    BusinessCalendar calendar(String code) {
        return newestCalendar(code).orElseThrow(() -> new IllegalStateException("There is no calendar " + code));
    }

    /** The version of a calendar with which a clock was started. Versions are never removed. */
    BusinessCalendar calendar(PolicyRef ref) {
        return calendars.stream()
                .filter(calendar -> PolicyRef.of(calendar).equals(ref))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no calendar " + ref));
    }

    /**
     * The later versions of a calendar that running clocks follow, in their order.
     *
     * @param started the version with which a clock was started
     */
    List<BusinessCalendar> followedAfter(PolicyRef started) {
        return calendars.stream()
                .filter(calendar -> calendar.code().equals(started.code())
                        && calendar.version() > started.version()
                        && calendar.runningClocks() == RunningClocks.MOVE
                        && calendar.changedAt() != null)
                .toList();
    }

    /** The newest version of each calendar that running clocks follow. */
    public List<BusinessCalendar> newestFollowed() {
        return newestCalendars().stream()
                .flatMap(calendar ->
                        followedAfter(new PolicyRef(calendar.code(), 0)).stream()
                                .reduce((older, newer) -> newer)
                                .stream())
                .toList();
    }

    /**
     * Adds a policy as the next version of its code. Adding the newest version again changes nothing.
     *
     * @param now the earliest time at which the version can be in force, since it applies to new clocks only
     */
    public SlaBookDecision<SlaPolicy> put(SlaPolicy policy, Instant now) {
        Optional<SlaPolicy> newest = newest(policy.code());
        if (newest.filter(policy::saysTheSameAs).isPresent()) {
            return new SlaBookDecision.Same<>(newest.get());
        }
        SlaPolicy next = policy.atVersion(newest.map(SlaPolicy::version).orElse(0) + 1, policy.effectiveFrom());
        return refusal(next, newest, now)
                .<SlaBookDecision<SlaPolicy>>map(refused -> refused)
                .orElseGet(() -> new SlaBookDecision.Put<>(
                        next, new SlaPolicyBook(version + 1, and(policies, next), calendars)));
    }

    /**
     * Adds a calendar in the same way as {@link #put(SlaPolicy, Instant)} adds a policy. It is in force immediately for new
     * clocks, and for running ones if it says so.
     */
    public SlaBookDecision<BusinessCalendar> put(BusinessCalendar calendar) {
        Optional<BusinessCalendar> newest = newestCalendar(calendar.code());
        if (newest.filter(calendar::saysTheSameAs).isPresent()) {
            return new SlaBookDecision.Same<>(newest.get());
        }
        if (calendars.size() >= MAX_CALENDARS) {
            return new SlaBookDecision.Refused<>(
                    "code",
                    "cannot be added: the program already has %d versions of calendars".formatted(MAX_CALENDARS));
        }
        BusinessCalendar next =
                calendar.atVersion(newest.map(BusinessCalendar::version).orElse(0) + 1);
        return new SlaBookDecision.Put<>(next, new SlaPolicyBook(version + 1, policies, and(calendars, next)));
    }

    private Optional<SlaBookDecision.Refused<SlaPolicy>> refusal(
            SlaPolicy next, Optional<SlaPolicy> newest, Instant now) {
        if (policies.size() >= MAX_POLICIES) {
            return refused(
                    "code", "cannot be added: the program already has %d versions of policies".formatted(MAX_POLICIES));
        }
        if (next.effectiveFrom().isBefore(now)) {
            return refused("effectiveFrom", "must not be in the past, because a policy applies to new clocks only");
        }
        if (newest.filter(before -> before.effectiveFrom().isAfter(next.effectiveFrom()))
                .isPresent()) {
            return refused("effectiveFrom", "must not be earlier than in the previous version");
        }
        String calendar = next.calendar();
        if (calendar != null && newestCalendar(calendar).isEmpty()) {
            return refused("calendar", "must be the code of an existing calendar");
        }
        return inForceFrom(next.effectiveFrom())
                .filter(next::competesWith)
                .findFirst()
                .flatMap(other -> refused("tiers", "overlap with the tiers of policy %s".formatted(other.code())));
    }

    private Stream<SlaPolicy> inForce(Instant at) {
        Set<String> codes = new HashSet<>();
        return Stream.iterate(policies.size() - 1, i -> i >= 0, i -> i - 1)
                .map(policies::get)
                .filter(policy -> !policy.effectiveFrom().isAfter(at) && codes.add(policy.code()));
    }

    /** The policies that are in force at a time or will be later. */
    private Stream<SlaPolicy> inForceFrom(Instant at) {
        return Stream.concat(inForce(at), policies.stream().filter(policy -> policy.effectiveFrom()
                .isAfter(at)));
    }

    private static Optional<SlaBookDecision.Refused<SlaPolicy>> refused(String field, String reason) {
        return Optional.of(new SlaBookDecision.Refused<>(field, reason));
    }

    private static <T> List<T> and(List<T> before, T added) {
        return Stream.concat(before.stream(), Stream.of(added)).toList();
    }
}
