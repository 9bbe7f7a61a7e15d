package io.entente.partner.agreements;

import io.entente.partner.agreements.AgreementEvent.AgreementContradicted;
import io.entente.partner.agreements.AgreementEvent.AgreementEnded;
import io.entente.partner.agreements.AgreementEvent.AgreementProposed;
import io.entente.partner.agreements.AgreementEvent.AgreementRenewalDue;
import io.entente.partner.agreements.AgreementEvent.AgreementRenewed;
import io.entente.partner.agreements.AgreementEvent.AgreementSigned;
import io.entente.partner.agreements.AgreementEvent.AgreementTerminated;
import io.entente.partner.agreements.plans.Contradiction;
import io.entente.partner.agreements.policy.AgreementPolicy;
import io.entente.partner.agreements.terms.AgreementTerms;
import io.entente.partner.agreements.terms.AgreementTerms.Term;
import io.entente.partner.partnership.PartnerId;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.erasures.PersonInText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An agreement between the firm and a partner. Its terms come in versions. A version binds after both sides have accepted the same
 * document, from its first day on, and the versions before it stay readable.
 *
 * @param version 1 for a new agreement, increased by one with every change
 * @param sequence the number of the agreement's last event
 * @param versions the terms, the oldest first; at most {@link #MAX_VERSIONS}
 * @param endsOn the last day, after any renewals; null if nothing is accepted yet or there is no end
 * @param remindOn the day of the next reminder of the renewal or the end; null if none is left
 * @param notice null if no side has given notice
 * @param contradictions what the terms that bind or may bind promise and the commission plans don't pay
 */
public record Agreement(
        AgreementId id,
        PartnerId partner,
        String title,
        AgreementStatus status,
        List<AgreementVersion> versions,
        @Nullable LocalDate endsOn,
        @Nullable LocalDate remindOn,
        @Nullable TerminationNotice notice,
        List<Contradiction> contradictions,
        Instant draftedAt,
        long version,
        long sequence) {

    public static final int MAX_VERSIONS = 20;

    private static final String ERASED = "erased";

    public Agreement {
        versions = List.copyOf(versions);
        contradictions = List.copyOf(contradictions);
    }

    /** A new agreement that only the firm sees. */
    public static Change<Agreement, AgreementEvent> draft(
            AgreementId id, PartnerId partner, String title, AgreementTerms terms, Actor by, Instant now) {
        List<AgreementVersion> first = List.of(AgreementVersion.draft(1, terms, by.value(), now));
        return Change.nothing(new Agreement(
                id, partner, title, AgreementStatus.DRAFT, first, null, null, null, List.of(), now, 1, 0));
    }

    /** Whether the partner may read it: after a version has been proposed. */
    public boolean isSeenByPartner() {
        return status != AgreementStatus.DRAFT;
    }

    public AgreementVersion latest() {
        return versions.get(versions.size() - 1);
    }

    /** The latest version that is no draft; empty if there is none. */
    public Optional<AgreementVersion> latestSeenByPartner() {
        return versions.stream()
                .filter(each -> each.status() != AgreementVersion.Status.DRAFT)
                .reduce((earlier, later) -> later);
    }

    /** The terms that bind on a day: the last accepted version whose first day has come. */
    public Optional<AgreementVersion> inForceOn(LocalDate day) {
        return versions.stream()
                .filter(each -> each.status() == AgreementVersion.Status.ACCEPTED)
                .filter(each -> !each.terms().term().startsOn().isAfter(day))
                .reduce((earlier, later) -> later);
    }

    /** Writes other terms: into the draft, or into a new version if the latest one is accepted. */
    public Decision<Change<Agreement, AgreementEvent>> write(AgreementTerms terms, Actor by, Instant now) {
        if (status.isOver() || notice != null) {
            return Decision.rejected("The agreement ends or has ended. Draft a new agreement instead.");
        }
        return switch (latest().status()) {
            case PROPOSED ->
                Decision.rejected("Version %d is proposed. Withdraw it before you change its terms."
                        .formatted(latest().number()));
            case DRAFT ->
                latest().terms().equals(terms)
                        ? Decision.allowed(Change.nothing(this))
                        : Decision.allowed(silently(
                                replaceLatest(AgreementVersion.draft(latest().number(), terms, by.value(), now))));
            case ACCEPTED -> amend(terms, by, now);
        };
    }

    private Decision<Change<Agreement, AgreementEvent>> amend(AgreementTerms terms, Actor by, Instant now) {
        if (latest().terms().equals(terms)) {
            return Decision.allowed(Change.nothing(this));
        }
        if (versions.size() == MAX_VERSIONS) {
            return Decision.rejected("The agreement has %d versions, which is the limit. Draft a new agreement."
                    .formatted(MAX_VERSIONS));
        }
        List<AgreementVersion> more = new ArrayList<>(versions);
        more.add(AgreementVersion.draft(latest().number() + 1, terms, by.value(), now));
        return Decision.allowed(silently(more));
    }

    /** Puts the draft before both sides. Proposing it again changes nothing. */
    public Decision<Change<Agreement, AgreementEvent>> propose(
            String document, String hash, Actor by, LocalDate today) {
        LocalDate startsOn = latest().terms().term().startsOn();
        if (status.isOver() || notice != null) {
            return Decision.rejected("The agreement ends or has ended. Draft a new agreement instead.");
        }
        return switch (latest().status()) {
            case PROPOSED -> Decision.allowed(Change.nothing(this));
            case ACCEPTED -> Decision.rejected("The agreement has no draft. Write the changed terms first.");
            case DRAFT -> {
                if (status.isBinding() && startsOn.isBefore(today)) {
                    yield Decision.rejected(
                            "An amendment must not begin before it is proposed. Its first day %s is in the past."
                                    .formatted(startsOn));
                }
                if (status.isBinding() && !startsOn.isAfter(startOfLastAccepted())) {
                    yield Decision.rejected("An amendment must begin after the version before it, which begins on %s."
                            .formatted(startOfLastAccepted()));
                }
                AgreementStatus reached = status.isBinding() ? status : AgreementStatus.PROPOSED;
                yield Decision.allowed(with(
                        reached,
                        replaceLatest(latest().proposed(document, hash)),
                        endsOn,
                        remindOn,
                        notice,
                        new AgreementProposed(latest().number(), startsOn, by)));
            }
        };
    }

    /** Takes a proposed version back, so that its terms can be changed. Acceptances of it are void. */
    public Decision<Change<Agreement, AgreementEvent>> withdraw() {
        return switch (latest().status()) {
            case DRAFT -> Decision.allowed(Change.nothing(this));
            case ACCEPTED -> Decision.rejected("Both sides have accepted the version. It can only be amended.");
            case PROPOSED -> {
                AgreementStatus reached = status == AgreementStatus.PROPOSED ? AgreementStatus.DRAFT : status;
                yield Decision.allowed(new Change<>(
                        next(reached, replaceLatest(latest().withdrawn()), endsOn, remindOn, notice, 0), List.of()));
            }
        };
    }

    /**
     * Accepts the proposed version for one side. It takes one person for each side, and both must have seen the same document. If the
     * side has accepted it already, nothing changes.
     *
     * @param partnerName the partner's name on this day
     */
    public Decision<Change<Agreement, AgreementEvent>> accept(
            Side side, Acceptance acceptance, String partnerName, LocalDate today, AgreementPolicy policy) {
        AgreementVersion proposed = latest();
        if (!acceptance.documentHash().equals(proposed.documentHash())) {
            return Decision.rejected(
                    "The document has changed. Read the proposed version and accept the hash of its document.");
        }
        if (proposed.acceptance(side).isPresent()) {
            return Decision.allowed(Change.nothing(this));
        }
        if (status.isOver() || notice != null) {
            return Decision.rejected("The agreement ends or has ended. Draft a new agreement instead.");
        }
        String other = proposed.acceptance(side.other()).map(Acceptance::actor).orElse(null);
        if (Actor.isSamePerson(acceptance.actor(), other)) {
            return Decision.rejected("The two sides must be represented by different persons.");
        }
        AgreementVersion accepted = proposed.accepted(side, acceptance);
        return Decision.allowed(
                accepted.status() == AgreementVersion.Status.ACCEPTED
                        ? signed(accepted, partnerName, new Actor(acceptance.actor()), today, policy)
                        : silently(replaceLatest(accepted)));
    }

    private Change<Agreement, AgreementEvent> signed(
            AgreementVersion accepted, String partnerName, Actor by, LocalDate today, AgreementPolicy policy) {
        Term term = accepted.terms().term();
        boolean begun = status == AgreementStatus.IN_FORCE || !term.startsOn().isAfter(today);
        return with(
                begun ? AgreementStatus.IN_FORCE : AgreementStatus.ACCEPTED,
                replaceLatest(accepted),
                term.endsOn(),
                policy.remindOn(term.endsOn(), term),
                null,
                new AgreementSigned(partnerName, accepted.number(), today, term.startsOn(), term.endsOn(), by));
    }

    /** Ends the agreement after its notice period. If a side has given notice already, nothing changes. */
    public Decision<Change<Agreement, AgreementEvent>> terminate(
            Side by, String reason, Actor actor, Instant now, LocalDate today) {
        if (!status.isBinding()) {
            return Decision.rejected(
                    "Only an agreement that both sides have accepted can be terminated. This one is %s."
                            .formatted(status));
        }
        if (notice != null) {
            return Decision.allowed(Change.nothing(this));
        }
        LocalDate afterNotice = today.plusDays(binding().terms().term().noticeDays());
        LocalDate last = endsOn != null && endsOn.isBefore(afterNotice) ? endsOn : afterNotice;
        TerminationNotice given = new TerminationNotice(by, actor.value(), now, reason, last);
        return Decision.allowed(
                with(status, versions, last, null, given, new AgreementTerminated(by, reason, last, actor)));
    }

    /**
     * Does what the calendar asks for: begins, reminds, renews or ends. One call does one step, so call it until nothing changes.
     */
    public Change<Agreement, AgreementEvent> advance(LocalDate today, AgreementPolicy policy) {
        if (status == AgreementStatus.ACCEPTED && inForceOn(today).isPresent()) {
            return new Change<>(next(AgreementStatus.IN_FORCE, versions, endsOn, remindOn, notice, 0), List.of());
        }
        if (!status.isBinding() || endsOn == null) {
            return Change.nothing(this);
        }
        Term term = binding().terms().term();
        boolean renews = term.renewal() == Term.Renewal.YEARLY && notice == null;
        if (remindOn != null && !remindOn.isAfter(today)) {
            LocalDate noticeBy = Objects.requireNonNull(AgreementTerms.noticeBy(endsOn, term));
            return with(
                    status,
                    versions,
                    endsOn,
                    null,
                    notice,
                    new AgreementRenewalDue(endsOn, noticeBy, renews, Actor.SYSTEM));
        }
        if (!endsOn.isBefore(today)) {
            return Change.nothing(this);
        }
        if (renews) {
            LocalDate later = endsOn.plusYears(1);
            return with(
                    status,
                    versions,
                    later,
                    policy.remindOn(later, term),
                    null,
                    new AgreementRenewed(later, Actor.SYSTEM));
        }
        AgreementStatus reached = notice == null ? AgreementStatus.ENDED : AgreementStatus.TERMINATED;
        return with(reached, versions, endsOn, null, notice, new AgreementEnded(endsOn, Actor.SYSTEM));
    }

    /** The versions that bind or may bind: the last accepted one, and the latest one. */
    public List<AgreementVersion> compared() {
        return status.isOver()
                ? List.of()
                : versions.stream()
                        .filter(each -> each.number() == latest().number()
                                || (status.isBinding()
                                        && each.number() == binding().number()))
                        .toList();
    }

    /**
     * Records how the terms contradict the commission plans. If it is the same as before, nothing changes. Whoever is responsible is told of
     * what is new, unless only a draft has it, whose author sees it in the answer.
     */
    public Change<Agreement, AgreementEvent> contradicted(List<Contradiction> found) {
        if (contradictions.equals(found)) {
            return Change.nothing(this);
        }
        List<AgreementEvent> events = news(found);
        return new Change<>(contradicted(found, version + 1, events.size()), events);
    }

    /** The same within a command that changes the agreement anyway. */
    Change<Agreement, AgreementEvent> contradicted(List<Contradiction> found, List<AgreementEvent> before) {
        List<AgreementEvent> events = new ArrayList<>(before);
        events.addAll(news(found));
        return new Change<>(contradicted(found, version, events.size() - before.size()), events);
    }

    private List<AgreementEvent> news(List<Contradiction> found) {
        boolean isNews = status != AgreementStatus.DRAFT && !contradictions.containsAll(found);
        return isNews ? List.of(new AgreementContradicted(found, Actor.SYSTEM)) : List.of();
    }

    private Agreement contradicted(List<Contradiction> found, long number, int events) {
        return new Agreement(
                id,
                partner,
                title,
                status,
                versions,
                endsOn,
                remindOn,
                notice,
                found,
                draftedAt,
                number,
                sequence + events);
    }

    /** The day on which {@link #advance} has something to do; null if there is none. */
    public @Nullable LocalDate nextOn() {
        if (!status.isBinding()) {
            return null;
        }
        LocalDate begins = status == AgreementStatus.ACCEPTED ? firstDay() : null;
        LocalDate over = endsOn == null ? null : endsOn.plusDays(1);
        return Stream.of(Optional.ofNullable(begins), Optional.ofNullable(remindOn), Optional.ofNullable(over))
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /** The last day on which a notice ends the agreement on its last day; null if it has none or a notice is given. */
    public @Nullable LocalDate noticeBy() {
        return status.isBinding() && notice == null
                ? AgreementTerms.noticeBy(endsOn, binding().terms().term())
                : null;
    }

    /** The agreement of a partner whose data is erased: its words are gone, and its days, codes and hashes stay. */
    public Change<Agreement, AgreementEvent> erased() {
        return withTexts(text -> ERASED, versions);
    }

    /**
     * The agreement without a person in its texts. What was proposed stays as it is, because it is what both sides accept.
     *
     * @param withoutPerson returns a text without what names the person
     */
    public Change<Agreement, AgreementEvent> redacted(UnaryOperator<String> withoutPerson) {
        return withTexts(
                withoutPerson,
                versions.stream()
                        .filter(each -> each.status() == AgreementVersion.Status.DRAFT)
                        .toList());
    }

    /** Whether something was removed from its title or from the terms of its first version. */
    public boolean hasErasedTexts() {
        return Stream.concat(Stream.of(title), versions.get(0).terms().texts().stream())
                .anyMatch(text -> text.equals(ERASED) || text.contains(PersonInText.ERASED));
    }

    private Change<Agreement, AgreementEvent> withTexts(UnaryOperator<String> text, List<AgreementVersion> changed) {
        String words = text.apply(title);
        List<AgreementVersion> all = versions.stream()
                .map(each ->
                        changed.contains(each) ? each.withTerms(each.terms().withTexts(text)) : each)
                .toList();
        TerminationNotice given = notice == null ? null : notice.withReason(text.apply(notice.reason()));
        return words.equals(title) && all.equals(versions) && Objects.equals(given, notice)
                ? Change.nothing(this)
                : new Change<>(
                        new Agreement(
                                id,
                                partner,
                                words,
                                status,
                                all,
                                endsOn,
                                remindOn,
                                given,
                                contradictions,
                                draftedAt,
                                version + 1,
                                sequence),
                        List.of());
    }

    private LocalDate firstDay() {
        return accepted().findFirst().orElseThrow().terms().term().startsOn();
    }

    private LocalDate startOfLastAccepted() {
        return binding().terms().term().startsOn();
    }

    /** The version that was accepted last. */
    private AgreementVersion binding() {
        return accepted().reduce((earlier, later) -> later).orElseThrow();
    }

    private Stream<AgreementVersion> accepted() {
        return versions.stream().filter(each -> each.status() == AgreementVersion.Status.ACCEPTED);
    }

    private List<AgreementVersion> replaceLatest(AgreementVersion with) {
        List<AgreementVersion> all = new ArrayList<>(versions);
        all.set(all.size() - 1, with);
        return all;
    }

    private Change<Agreement, AgreementEvent> silently(List<AgreementVersion> changed) {
        return new Change<>(next(status, changed, endsOn, remindOn, notice, 0), List.of());
    }

    private Change<Agreement, AgreementEvent> with(
            AgreementStatus reached,
            List<AgreementVersion> changed,
            @Nullable LocalDate lastDay,
            @Nullable LocalDate reminder,
            @Nullable TerminationNotice given,
            AgreementEvent event) {
        return Change.of(next(reached, changed, lastDay, reminder, given, 1), event);
    }

    private Agreement next(
            AgreementStatus reached,
            List<AgreementVersion> changed,
            @Nullable LocalDate lastDay,
            @Nullable LocalDate reminder,
            @Nullable TerminationNotice given,
            int events) {
        return new Agreement(
                id,
                partner,
                title,
                reached,
                changed,
                lastDay,
                reminder,
                given,
                contradictions,
                draftedAt,
                version + 1,
                sequence + events);
    }
}
