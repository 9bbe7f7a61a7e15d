package io.entente.referral.sla;

import io.entente.referral.partners.Direction;
import io.entente.referral.partners.Tier;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All SLA policies and calendars of the program, in all their versions, as one whole: what holds between them must hold however
 * many people change them at once, so the book is replaced as one document over the version it was read at.
 *
 * @param version one more with every change
 * @param policies by code, then by version; those of one code are in force one after the other
 * @param calendars by code, then by version
 */
public record SlaPolicyBook(long version, List<SlaPolicy> policies, List<BusinessCalendar> calendars) {

    /** Versions in one book, about 0.5 KiB each: far below the document's bound. */
    public static final int MAX_POLICIES = 2_000;

    /** A calendar with all its days off takes about 10 KiB. */
    public static final int MAX_CALENDARS = 300;

    public SlaPolicyBook {
        policies = policies.stream()
                .sorted(Comparator.comparing(SlaPolicy::code).thenComparing(SlaPolicy::version))
                .toList();
        calendars = calendars.stream()
                .sorted(Comparator.comparing(BusinessCalendar::code).thenComparing(BusinessCalendar::version))
                .toList();
    }

    /** What sets a clock that starts at a time: of those in force the one that names the tier, before one for all. */
    public Optional<SlaPolicy> policyFor(SlaKind kind, Direction direction, Tier tier, Instant at) {
        return inForce(at)
                .filter(policy -> policy.isFor(kind, direction, tier))
                .min(Comparator.comparing(policy -> policy.tiers().isEmpty()));
    }

    /** The newest version of a policy, in force or not yet. */
    public Optional<SlaPolicy> newest(String code) {
        return versions(code).reduce((older, newer) -> newer);
    }

    public Stream<SlaPolicy> versions(String code) {
        return policies.stream().filter(policy -> policy.code().equals(code));
    }

    /** The newest version of each. */
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

    /** A calendar that a policy names. */
    BusinessCalendar calendar(String code) {
        return newestCalendar(code).orElseThrow(() -> new IllegalStateException("no calendar " + code));
    }

    /** A version of a calendar that a clock was set by; no version ever goes. */
    BusinessCalendar calendar(PolicyRef ref) {
        return calendars.stream()
                .filter(calendar -> calendar.ref().equals(ref))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no calendar " + ref));
    }

    /**
     * Puts a policy in, as the next version of its code; the newest one again changes nothing.
     *
     * @param now a version can't be in force before it is made, since it touches new clocks only
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

    /** Puts a calendar in, as {@link #put(SlaPolicy, Instant)} a policy; it is in force at once, for new clocks. */
    public SlaBookDecision<BusinessCalendar> put(BusinessCalendar calendar) {
        Optional<BusinessCalendar> newest = newestCalendar(calendar.code());
        if (newest.filter(calendar::saysTheSameAs).isPresent()) {
            return new SlaBookDecision.Same<>(newest.get());
        }
        if (calendars.size() >= MAX_CALENDARS) {
            return new SlaBookDecision.Refused<>("code", "the book is full with %d calendars".formatted(MAX_CALENDARS));
        }
        BusinessCalendar next =
                calendar.atVersion(newest.map(BusinessCalendar::version).orElse(0) + 1);
        return new SlaBookDecision.Put<>(next, new SlaPolicyBook(version + 1, policies, and(calendars, next)));
    }

    private Optional<SlaBookDecision.Refused<SlaPolicy>> refusal(
            SlaPolicy next, Optional<SlaPolicy> newest, Instant now) {
        if (policies.size() >= MAX_POLICIES) {
            return refused("code", "the book is full with %d policies".formatted(MAX_POLICIES));
        }
        if (next.effectiveFrom().isBefore(now)) {
            return refused("effectiveFrom", "must not be in the past: a policy is for new clocks only");
        }
        if (newest.filter(before -> before.effectiveFrom().isAfter(next.effectiveFrom()))
                .isPresent()) {
            return refused("effectiveFrom", "must not be before that of the version before");
        }
        String calendar = next.calendar();
        if (calendar != null && newestCalendar(calendar).isEmpty()) {
            return refused("calendar", "is no calendar of the program");
        }
        return inForceFrom(next.effectiveFrom())
                .filter(next::competesWith)
                .findFirst()
                .flatMap(other -> refused("tiers", "are those of policy %s too".formatted(other.code())));
    }

    private Stream<SlaPolicy> inForce(Instant at) {
        Set<String> codes = new HashSet<>();
        return Stream.iterate(policies.size() - 1, i -> i >= 0, i -> i - 1)
                .map(policies::get)
                .filter(policy -> !policy.effectiveFrom().isAfter(at) && codes.add(policy.code()));
    }

    /** What is in force at a time, and all that will be later. */
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
