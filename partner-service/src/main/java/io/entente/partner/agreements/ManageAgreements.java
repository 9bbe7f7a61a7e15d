package io.entente.partner.agreements;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entente.partner.agreements.plans.KnownPlan;
import io.entente.partner.agreements.plans.KnownPlans;
import io.entente.partner.agreements.policy.AgreementPolicy;
import io.entente.partner.agreements.policy.AgreementPolicy.Objection;
import io.entente.partner.agreements.terms.AgreementTerms;
import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.PartnerStatus;
import io.entente.partner.partnership.Partners;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Receipt;
import io.entente.platform.domain.policy.PolicyVersions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Carries out the commands on agreements. The rules on fees are checked whenever terms are written, proposed or accepted. */
public final class ManageAgreements {

    private final Agreements agreements;
    private final Partners partners;
    private final PolicyVersions<AgreementPolicy> policies;
    private final KnownPlans plans;
    private final AgreementDocuments documents;
    private final ZoneId zone;
    private final Clock clock;

    /** @param zone of the program's days */
    public ManageAgreements(
            Agreements agreements,
            Partners partners,
            PolicyVersions<AgreementPolicy> policies,
            KnownPlans plans,
            AgreementDocuments documents,
            ZoneId zone,
            Clock clock) {
        this.agreements = agreements;
        this.partners = partners;
        this.policies = policies;
        this.plans = plans;
        this.documents = documents;
        this.zone = zone;
        this.clock = clock;
    }

    /** The rule that the terms break for a partner; empty if they break none, or there is no such partner. */
    public Optional<Objection> objection(PartnerId partner, AgreementTerms terms) {
        return partners.find(partner).flatMap(found -> policy().objection(
                        terms.compensation(), found.application().country()));
    }

    /** Whether an agreement can be drafted with this partner. */
    public boolean isPartner(PartnerId partner) {
        return partners.find(partner)
                .filter(found -> found.status() != PartnerStatus.ERASED)
                .isPresent();
    }

    /**
     * Drafts an agreement.
     *
     * @param receipt creates the receipt that is stored with a new agreement
     * @return empty if an agreement with this id exists, because the request is repeated
     */
    public Optional<Agreement> draft(
            AgreementId id, DraftAgreement command, Actor by, Function<Agreement, Receipt> receipt) {
        Change<Agreement, AgreementEvent> drafted = compared(
                Agreement.draft(id, command.partner(), command.title(), command.terms(), by, clock.instant()),
                partners.find(command.partner()).orElseThrow(),
                plans.all());
        return agreements.add(drafted, receipt.apply(drafted.state()))
                ? Optional.of(drafted.state())
                : Optional.empty();
    }

    public Optional<Decision<Agreement>> write(
            AgreementId id, AgreementTerms terms, Actor by, Consumer<Agreement> precondition) {
        List<KnownPlan> known = plans.all();
        return change(id, precondition, agreement -> existing(agreement).flatMap(partner -> agreement
                .write(terms, by, clock.instant())
                .map(change -> changed(agreement, change, partner, known))));
    }

    public Optional<Decision<Agreement>> propose(AgreementId id, Actor by, Consumer<Agreement> precondition) {
        List<KnownPlan> known = plans.all();
        return change(
                id, precondition, agreement -> permitted(agreement).flatMap(partner -> propose(agreement, partner, by)
                        .map(change -> changed(agreement, change, partner, known))));
    }

    private Decision<Change<Agreement, AgreementEvent>> propose(Agreement agreement, Partner partner, Actor by) {
        AgreementVersion latest = agreement.latest();
        String document = documents.write(
                agreement,
                latest.number(),
                latest.terms(),
                partner.application().name());
        return agreement.propose(document, sha256(document), by, today());
    }

    public Optional<Decision<Agreement>> withdraw(AgreementId id, Consumer<Agreement> precondition) {
        return change(id, precondition, agreement -> existing(agreement).flatMap(partner -> agreement.withdraw()));
    }

    /**
     * Accepts the proposed version for one side.
     *
     * @param name of the person, as the person wrote it
     * @param hash of the document that the person has read
     */
    public Optional<Decision<Agreement>> accept(
            AgreementId id, Side side, String name, String hash, Actor by, Consumer<Agreement> precondition) {
        Acceptance acceptance = new Acceptance(name, by.value(), clock.instant(), hash);
        return change(id, precondition, agreement -> permitted(agreement)
                .flatMap(partner ->
                        agreement.accept(side, acceptance, partner.application().name(), today(), policy())));
    }

    /** Gives notice. The firm can also end an agreement with a partner whose data is erased. */
    public Optional<Decision<Agreement>> terminate(
            AgreementId id, Side side, String reason, Actor by, Consumer<Agreement> precondition) {
        return change(id, precondition, agreement -> agreement.terminate(side, reason, by, clock.instant(), today()));
    }

    /** What a command has changed, and how it contradicts the commission plans. */
    private Change<Agreement, AgreementEvent> changed(
            Agreement before, Change<Agreement, AgreementEvent> change, Partner partner, List<KnownPlan> known) {
        return change.state().version() == before.version() ? change : compared(change, partner, known);
    }

    private Change<Agreement, AgreementEvent> compared(
            Change<Agreement, AgreementEvent> change, Partner partner, List<KnownPlan> known) {
        return change.state()
                .contradicted(
                        CompareAgreements.contradictions(change.state(), partner, known, today()), change.events());
    }

    /** The partner, if the rules on fees still permit the latest version. They may have changed since it was written. */
    private Decision<Partner> permitted(Agreement agreement) {
        return existing(agreement).flatMap(partner -> policy().objection(
                        agreement.latest().terms().compensation(),
                        partner.application().country())
                .<Decision<Partner>>map(
                        broken -> Decision.rejected("compensation.%s %s".formatted(broken.field(), broken.message())))
                .orElseGet(() -> Decision.allowed(partner)));
    }

    private Decision<Partner> existing(Agreement agreement) {
        Partner partner = partners.find(agreement.partner()).orElseThrow();
        return partner.status() == PartnerStatus.ERASED
                ? Decision.rejected("The personal data of this partner is erased.")
                : Decision.allowed(partner);
    }

    private Optional<Decision<Agreement>> change(
            AgreementId id,
            Consumer<Agreement> precondition,
            Function<Agreement, Decision<Change<Agreement, AgreementEvent>>> decide) {
        return agreements.change(id, agreement -> {
            precondition.accept(agreement);
            return decide.apply(agreement);
        });
    }

    private AgreementPolicy policy() {
        return policies.on(today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
