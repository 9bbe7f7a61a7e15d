package io.entente.partner.qualification;

import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.PartnerStatus;
import io.entente.partner.partnership.Partners;
import io.entente.partner.partnership.TextsAboutPartners;
import io.entente.partner.qualification.policy.QualificationPolicy;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.platform.domain.policy.PolicyVersions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Records what is found out about partners, and computes their scorecards under the policy that is in force. */
public final class QualifyPartner implements TextsAboutPartners {

    private final Qualifications qualifications;
    private final Partners partners;
    private final PolicyVersions<QualificationPolicy> policies;
    private final ZoneId zone;
    private final Clock clock;

    /** @param zone of the program's days */
    public QualifyPartner(
            Qualifications qualifications,
            Partners partners,
            PolicyVersions<QualificationPolicy> policies,
            ZoneId zone,
            Clock clock) {
        this.qualifications = qualifications;
        this.partners = partners;
        this.policies = policies;
        this.zone = zone;
        this.clock = clock;
    }

    /** The policy that is in force today. */
    public QualificationPolicy policy() {
        return policies.on(LocalDate.ofInstant(clock.instant(), zone));
    }

    /** What has been found out about a partner; nothing if nobody has begun. */
    public Qualification of(Partner partner) {
        String partnerId = partner.id().value();
        return qualifications.find(Qualification.idOf(partnerId)).orElseGet(() -> Qualification.none(partnerId));
    }

    /** The scorecard of a partner under the policy that is in force today. */
    public Scorecard scorecard(Partner partner, Qualification qualification) {
        return Scorecard.of(
                policy(),
                partner.application().model(),
                partner.application().details(),
                qualification.assessment(),
                qualification.references());
    }

    /**
     * Records what a reviewer has found out, instead of what was known before. If it is the same, nothing changes.
     *
     * @param precondition throws an exception if the caller decided on another version
     * @return empty if there is no such partner
     */
    public Optional<Decision<Qualification>> assess(
            PartnerId id, Assessment found, Actor by, Consumer<Qualification> precondition) {
        return change(
                id,
                by,
                precondition,
                known -> Decision.allowed(known.assessment().equals(found) ? known : known.assessed(found)));
    }

    /**
     * Adds a reference. If it has been added before, nothing changes.
     *
     * @param precondition throws an exception if the caller decided on another version
     * @return empty if there is no such partner
     */
    public Optional<Decision<Qualification>> addReference(
            PartnerId id, Reference reference, Actor by, Consumer<Qualification> precondition) {
        return change(id, by, precondition, known -> {
            if (known.reference(reference.id()).isPresent()) {
                return Decision.allowed(known);
            }
            return known.references().size() >= Reference.MAX
                    ? Decision.rejected("There are %d references, which is the maximum.".formatted(Reference.MAX))
                    : Decision.allowed(known.with(reference));
        });
    }

    /** Removes what was said about the partner. */
    @Override
    public void eraseTexts(PartnerId id) {
        qualifications.change(
                Qualification.idOf(id.value()),
                known -> Decision.allowed(Change.nothing(
                        known.assessment().equals(Assessment.NONE)
                                        && known.references().isEmpty()
                                ? known
                                : known.erased())));
    }

    @Override
    public void redactTexts(PartnerId id, UnaryOperator<String> withoutPerson) {
        qualifications.change(
                Qualification.idOf(id.value()),
                known -> Decision.allowed(Change.nothing(known.redacted(withoutPerson))));
    }

    private Optional<Decision<Qualification>> change(
            PartnerId id,
            Actor by,
            Consumer<Qualification> precondition,
            Function<Qualification, Decision<Qualification>> change) {
        return partners.find(id)
                .map(partner -> partner.status() == PartnerStatus.ERASED
                        ? Decision.<Qualification>rejected("The personal data of this partner is erased.")
                        : OptimisticRetry.retryOnConflict(() -> stored(partner, by, precondition, change)));
    }

    private Decision<Qualification> stored(
            Partner partner,
            Actor by,
            Consumer<Qualification> precondition,
            Function<Qualification, Decision<Qualification>> change) {
        Function<Qualification, Decision<Change<Qualification, QualificationAssessed>>> decide = known -> {
            precondition.accept(known);
            return change.apply(known)
                    .map(next -> next.version() == known.version()
                            ? Change.nothing(next)
                            : Change.of(next, new QualificationAssessed(by, scorecard(partner, next))));
        };
        String partnerId = partner.id().value();
        return qualifications
                .change(Qualification.idOf(partnerId), decide)
                .orElseGet(() -> decide.apply(Qualification.none(partnerId)).map(first -> added(first)));
    }

    private Qualification added(Change<Qualification, QualificationAssessed> first) {
        if (first.state().version() > 0 && !qualifications.add(first)) {
            throw new ConcurrentUpdateException("The qualification of %s was begun at the same time"
                    .formatted(first.state().partnerId()));
        }
        return first.state();
    }
}
