package io.entente.partner.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.partner.agreements.AgreementEvent.AgreementEnded;
import io.entente.partner.agreements.AgreementEvent.AgreementRenewalDue;
import io.entente.partner.agreements.AgreementEvent.AgreementRenewed;
import io.entente.partner.agreements.AgreementEvent.AgreementSigned;
import io.entente.partner.agreements.AgreementEvent.AgreementTerminated;
import io.entente.partner.agreements.policy.AgreementPolicy;
import io.entente.partner.agreements.policy.FeeRule;
import io.entente.partner.agreements.policy.FeeTreatment;
import io.entente.partner.agreements.terms.AgreementTerms;
import io.entente.partner.agreements.terms.AgreementTerms.Compensation;
import io.entente.partner.agreements.terms.AgreementTerms.Term.Renewal;
import io.entente.partner.agreements.terms.Profession;
import io.entente.partner.partnership.PartnerId;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AgreementTest {

    private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final Actor MANAGER = new Actor("user:u-31");
    private static final Actor DIRECTOR = Actor.partner("par_9", "u-77");
    private static final String HASH = "ab".repeat(32);
    private static final AgreementPolicy POLICY = new AgreementPolicy(
            1,
            LocalDate.parse("2000-01-01"),
            30,
            List.of(
                    new FeeRule(Profession.LAWYER, Set.of("DE"), FeeTreatment.FORBIDDEN, "BRAO"),
                    new FeeRule(Profession.LAWYER, Set.of("GB"), FeeTreatment.NEEDS_DISCLOSURE, "SRA")));

    @Test
    void an_agreement_is_in_force_when_both_sides_have_accepted_the_same_document() {
        Agreement proposed = proposed(terms("2026-03-01", null, Renewal.NONE));

        Agreement byFirm = allowed(accept(proposed, Side.FIRM, MANAGER)).state();
        assertThat(byFirm.status()).isEqualTo(AgreementStatus.PROPOSED);
        Change<Agreement, AgreementEvent> byBoth = allowed(accept(byFirm, Side.PARTNER, DIRECTOR));

        assertThat(byBoth.state().status()).isEqualTo(AgreementStatus.IN_FORCE);
        assertThat(byBoth.events())
                .containsExactly(
                        new AgreementSigned("Quayside", 1, TODAY, LocalDate.parse("2026-03-01"), null, DIRECTOR));
        assertThat(allowed(accept(byBoth.state(), Side.PARTNER, DIRECTOR)).state())
                .as("accepted again")
                .isSameAs(byBoth.state());
    }

    @Test
    void another_document_and_the_same_person_for_both_sides_are_refused() {
        Agreement proposed = proposed(terms("2026-03-01", null, Renewal.NONE));
        Acceptance other = new Acceptance("Ann", MANAGER.value(), NOW, "cd".repeat(32));

        assertThat(proposed.accept(Side.FIRM, other, "Quayside", TODAY, POLICY).rejection())
                .hasValueSatisfying(reason -> assertThat(reason).contains("has changed"));
        Agreement byFirm = allowed(accept(proposed, Side.FIRM, MANAGER)).state();
        assertThat(accept(byFirm, Side.PARTNER, Actor.partner("par_9", "U-31")).rejection())
                .hasValueSatisfying(reason -> assertThat(reason).contains("different persons"));
    }

    @Test
    void a_withdrawn_proposal_voids_the_acceptance_of_one_side() {
        Agreement byFirm = allowed(accept(proposed(terms("2026-03-01", null, Renewal.NONE)), Side.FIRM, MANAGER))
                .state();

        assertThat(byFirm.write(terms("2026-04-01", null, Renewal.NONE), MANAGER, NOW)
                        .isAllowed())
                .isFalse();
        Agreement draft = allowed(byFirm.withdraw()).state();

        assertThat(draft.status()).isEqualTo(AgreementStatus.DRAFT);
        assertThat(draft.latest().firm()).isNull();
        assertThat(accept(draft, Side.PARTNER, DIRECTOR).isAllowed()).isFalse();
    }

    @Test
    void an_amendment_binds_from_its_first_day_and_the_version_before_it_stays_readable() {
        Agreement first = inForce(terms("2026-03-01", null, Renewal.NONE));

        Agreement amended =
                both(propose(allowed(first.write(terms("2026-05-01", "2027-04-30", Renewal.NONE), MANAGER, NOW))
                        .state()));

        assertThat(amended.status()).isEqualTo(AgreementStatus.IN_FORCE);
        assertThat(amended.versions()).hasSize(2);
        assertThat(amended.inForceOn(LocalDate.parse("2026-04-30"))
                        .orElseThrow()
                        .number())
                .isEqualTo(1);
        assertThat(amended.inForceOn(LocalDate.parse("2026-05-01"))
                        .orElseThrow()
                        .number())
                .isEqualTo(2);
        assertThat(amended.endsOn()).isEqualTo("2027-04-30");
        Agreement early = allowed(amended.write(terms("2026-03-09", null, Renewal.NONE), MANAGER, NOW))
                .state();
        assertThat(early.propose("{}", HASH, MANAGER, TODAY).isAllowed()).isFalse();
    }

    @Test
    void an_agreement_with_a_later_first_day_waits_for_it() {
        Agreement accepted = inForce(terms("2026-03-20", null, Renewal.NONE));

        assertThat(accepted.status()).isEqualTo(AgreementStatus.ACCEPTED);
        assertThat(accepted.nextOn()).isEqualTo("2026-03-20");
        assertThat(accepted.advance(TODAY, POLICY).state()).isSameAs(accepted);
        assertThat(accepted.advance(LocalDate.parse("2026-03-20"), POLICY)
                        .state()
                        .status())
                .isEqualTo(AgreementStatus.IN_FORCE);
    }

    @Test
    void both_are_reminded_before_the_last_day_for_a_notice_and_a_yearly_agreement_goes_on() {
        Agreement yearly = inForce(terms("2026-03-01", "2027-02-28", Renewal.YEARLY));
        LocalDate reminder = LocalDate.parse("2026-10-31"); // 28 February less 90 days of notice and 30 days

        assertThat(yearly.nextOn()).isEqualTo(reminder);
        Change<Agreement, AgreementEvent> reminded = yearly.advance(reminder, POLICY);
        assertThat(reminded.events())
                .containsExactly(new AgreementRenewalDue(
                        LocalDate.parse("2027-02-28"), LocalDate.parse("2026-11-30"), true, Actor.SYSTEM));
        assertThat(reminded.state().advance(reminder, POLICY).state())
                .as("reminded once")
                .isSameAs(reminded.state());
        assertThat(reminded.state().nextOn()).isEqualTo("2027-03-01");

        Change<Agreement, AgreementEvent> renewed = reminded.state().advance(LocalDate.parse("2027-03-01"), POLICY);
        assertThat(renewed.events()).containsExactly(new AgreementRenewed(LocalDate.parse("2028-02-28"), Actor.SYSTEM));
        assertThat(renewed.state().status()).isEqualTo(AgreementStatus.IN_FORCE);
        assertThat(renewed.state().nextOn()).isEqualTo("2027-10-31");
    }

    @Test
    void a_notice_ends_a_yearly_agreement_after_the_notice_period() {
        Agreement yearly = inForce(terms("2026-03-01", "2027-02-28", Renewal.YEARLY));

        Change<Agreement, AgreementEvent> terminated =
                allowed(yearly.terminate(Side.PARTNER, "Other services", DIRECTOR, NOW, TODAY));

        LocalDate last = LocalDate.parse("2026-06-08");
        assertThat(terminated.events())
                .containsExactly(new AgreementTerminated(Side.PARTNER, "Other services", last, DIRECTOR));
        assertThat(terminated.state().status()).isEqualTo(AgreementStatus.IN_FORCE);
        assertThat(terminated.state().nextOn()).isEqualTo("2026-06-09");
        Change<Agreement, AgreementEvent> over = terminated.state().advance(last.plusDays(1), POLICY);
        assertThat(over.events()).containsExactly(new AgreementEnded(last, Actor.SYSTEM));
        assertThat(over.state().status()).isEqualTo(AgreementStatus.TERMINATED);
        assertThat(over.state().nextOn()).isNull();
        assertThat(over.state()
                        .write(terms("2027-01-01", null, Renewal.NONE), MANAGER, NOW)
                        .isAllowed())
                .isFalse();
    }

    @Test
    void a_notice_never_prolongs_an_agreement() {
        Agreement shortOne = inForce(terms("2026-03-01", "2026-04-15", Renewal.NONE));

        assertThat(allowed(shortOne.terminate(Side.FIRM, "Over", MANAGER, NOW, TODAY))
                        .state()
                        .endsOn())
                .isEqualTo("2026-04-15");
    }

    @Test
    void a_fee_is_forbidden_or_needs_disclosure_by_profession_and_country() {
        assertThat(POLICY.objection(fee(Profession.LAWYER, null), "DE"))
                .hasValueSatisfying(broken -> assertThat(broken.field()).isEqualTo("planCode"));
        assertThat(POLICY.objection(fee(Profession.LAWYER, null), "GB"))
                .hasValueSatisfying(broken -> assertThat(broken.field()).isEqualTo("disclosure"));
        assertThat(POLICY.objection(fee(Profession.LAWYER, "In the engagement letter"), "GB"))
                .isEmpty();
        assertThat(POLICY.objection(fee(Profession.LAWYER, null), "MY")).isEmpty();
        assertThat(POLICY.objection(fee(null, null), "DE")).isEmpty();
        assertThat(POLICY.objection(new Compensation(null, "Reciprocal", Profession.LAWYER, null), "DE"))
                .isEmpty();
    }

    private static Compensation fee(@Nullable Profession profession, @Nullable String disclosure) {
        return new Compensation("standard-2026", "10 %", profession, disclosure);
    }

    private static Agreement inForce(AgreementTerms terms) {
        return both(proposed(terms));
    }

    private static Agreement both(Agreement proposed) {
        Agreement byFirm = allowed(accept(proposed, Side.FIRM, MANAGER)).state();
        return allowed(accept(byFirm, Side.PARTNER, DIRECTOR)).state();
    }

    private static Agreement proposed(AgreementTerms terms) {
        return propose(
                Agreement.draft(new AgreementId("agr_1"), new PartnerId("par_9"), "Referrals 2026", terms, MANAGER, NOW)
                        .state());
    }

    private static Agreement propose(Agreement draft) {
        return allowed(draft.propose("{}", HASH, MANAGER, TODAY)).state();
    }

    private static Decision<Change<Agreement, AgreementEvent>> accept(Agreement agreement, Side side, Actor by) {
        return agreement.accept(side, new Acceptance("Somebody", by.value(), NOW, HASH), "Quayside", TODAY, POLICY);
    }

    private static Change<Agreement, AgreementEvent> allowed(Decision<Change<Agreement, AgreementEvent>> decision) {
        return decision.orElseThrow();
    }

    private static AgreementTerms terms(String startsOn, @Nullable String endsOn, Renewal renewal) {
        return new AgreementTerms(
                new AgreementTerms.Scope(List.of("Tax advice"), List.of("Strategy"), List.of()),
                fee(null, null),
                new AgreementTerms.Exclusivity(AgreementTerms.Exclusivity.Kind.NONE, null),
                new AgreementTerms.Territory(List.of("MY"), List.of()),
                new AgreementTerms.Payment(30, "Self-billed each quarter"),
                new AgreementTerms.Confidentiality("Mutual", "GDPR and PDPA"),
                new AgreementTerms.Term(
                        LocalDate.parse(startsOn), endsOn == null ? null : LocalDate.parse(endsOn), renewal, 90),
                new AgreementTerms.Disputes("MY", "Mediation in Kuala Lumpur"),
                new AgreementTerms.Governance("The firm decides", "Executive sponsors", "Quarterly"));
    }
}
