package io.entente.partner.agreements.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.partner.agreements.plans.Contradiction.Kind;
import io.entente.partner.agreements.terms.AgreementTerms;
import io.entente.partner.partnership.Contact;
import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.PartnershipModel;
import io.entente.partner.partnership.RegisterPartner;
import io.entente.partner.partnership.tier.Tier;
import io.entente.platform.domain.Actor;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each way in which an agreement can promise what no plan pays. */
class ComparePlansTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 5, 3);
    private static final LocalDate STARTS = LocalDate.of(2027, 6, 1);
    private static final Partner PARTNER = Partner.apply(
                    new PartnerId("par_8"),
                    new RegisterPartner(
                            "Quay",
                            PartnershipModel.REFERRAL,
                            Tier.ACTIVE,
                            "PT",
                            ZoneId.of("Europe/Lisbon"),
                            "pt",
                            List.of(new Contact("Inês", "ines@quay.example", "Sócia"))),
                    Actor.SYSTEM,
                    Instant.EPOCH)
            .state();
    private static final KnownPlan STANDARD = plan("standard", 3, "2027-01-01", null, "ALL");

    @Test
    void what_the_plan_in_force_pays_is_no_contradiction() {
        assertThat(found(terms("standard", "0.12", "CLIENT_PAYMENT", 30), STANDARD))
                .isEmpty();
        assertThat(found(terms("standard", null, null, 30), STANDARD)).isEmpty();
        assertThat(found(terms("anything", "0.9", "NEVER", 1)))
                .as("before any plan is known")
                .isEmpty();
    }

    @Test
    void the_rate_the_trigger_and_the_days_are_compared() {
        assertThat(found(terms("standard", "0.125", "PROJECT_START", 45), STANDARD))
                .containsExactly(
                        new Contradiction(2, Kind.RATE_DIFFERS, "0.125", "0.10, 0.12"),
                        new Contradiction(2, Kind.TRIGGER_DIFFERS, "PROJECT_START", "CLIENT_PAYMENT"),
                        new Contradiction(2, Kind.NET_DAYS_DIFFER, "45", "30"));
        assertThat(found(terms("standard", "0.1", null, 30), STANDARD))
                .as("another spelling")
                .isEmpty();
    }

    @Test
    void a_plan_must_exist_and_be_in_force_on_the_first_day_of_the_terms() {
        assertThat(kinds(terms("special", null, null, 30), STANDARD)).containsExactly(Kind.PLAN_UNKNOWN);
        KnownPlan ending = plan("standard", 2, "2026-01-01", "2027-05-31", "ALL");
        assertThat(kinds(terms("standard", null, null, 30), ending)).containsExactly(Kind.PLAN_NOT_IN_FORCE);
        KnownPlan later = plan("standard", 3, "2027-06-02", null, "ALL");
        assertThat(kinds(terms("standard", null, null, 30), later)).containsExactly(Kind.PLAN_NOT_IN_FORCE);
        KnownPlan until = plan("standard", 2, "2026-01-01", "2027-06-01", "ALL");
        assertThat(found(terms("standard", null, null, 30), until, later)).isEmpty();
    }

    @Test
    void a_plan_for_others_and_a_more_specific_plan_are_named() {
        KnownPlan forChannel = new KnownPlan(
                "channel",
                1,
                LocalDate.of(2027, 1, 1),
                null,
                List.of(),
                List.of(PartnershipModel.CHANNEL),
                List.of(),
                "MODEL",
                "PERCENT",
                List.of(new BigDecimal("0.20")),
                "CLIENT_PAYMENT",
                30);
        assertThat(kinds(terms("channel", null, null, 30), forChannel, STANDARD))
                .containsExactly(Kind.PLAN_NOT_FOR_PARTNER);
        KnownPlan own = new KnownPlan(
                "quay-only",
                1,
                LocalDate.of(2027, 1, 1),
                null,
                List.of(),
                List.of(),
                List.of("par_8"),
                "PARTNER",
                "PERCENT",
                List.of(new BigDecimal("0.20")),
                "CLIENT_PAYMENT",
                30);
        assertThat(found(terms("standard", null, null, 30), STANDARD, own))
                .containsExactly(new Contradiction(2, Kind.OTHER_PLAN_PAYS, "standard", "quay-only"));
        assertThat(found(terms("quay-only", "0.2", null, 30), STANDARD, own)).isEmpty();
    }

    @Test
    void a_fee_that_nobody_has_agreed_is_named_but_returned_referrals_are_no_fee() {
        assertThat(found(terms(null, null, null, 30), STANDARD))
                .containsExactly(new Contradiction(2, Kind.FEE_NOT_AGREED, null, "standard"));
        KnownPlan reciprocal = new KnownPlan(
                "mutual",
                1,
                LocalDate.of(2027, 1, 1),
                null,
                List.of(Tier.ACTIVE),
                List.of(),
                List.of(),
                "TIER",
                "RECIPROCAL",
                List.of(),
                "CLIENT_PAYMENT",
                0);
        assertThat(found(terms(null, null, null, 30), STANDARD, reciprocal)).isEmpty();
    }

    private static List<Kind> kinds(AgreementTerms terms, KnownPlan... plans) {
        return found(terms, plans).stream().map(Contradiction::kind).toList();
    }

    private static List<Contradiction> found(AgreementTerms terms, KnownPlan... plans) {
        return new ComparePlans(List.of(plans), PARTNER, TODAY).of(2, terms);
    }

    private static AgreementTerms terms(
            @Nullable String plan, @Nullable String rate, @Nullable String trigger, int netDays) {
        return new AgreementTerms(
                new AgreementTerms.Scope(List.of("Strategy"), List.of("Tax"), List.of()),
                new AgreementTerms.Compensation(
                        plan, "In words", null, null, rate == null ? null : new BigDecimal(rate), trigger),
                new AgreementTerms.Exclusivity(AgreementTerms.Exclusivity.Kind.NONE, null),
                new AgreementTerms.Territory(List.of(), List.of()),
                new AgreementTerms.Payment(netDays, "Self-billed"),
                new AgreementTerms.Confidentiality("Both", "Both"),
                new AgreementTerms.Term(STARTS, null, AgreementTerms.Term.Renewal.NONE, 30),
                new AgreementTerms.Disputes("PT", "Mediation"),
                new AgreementTerms.Governance("The firm", "Sponsors", "Quarterly"));
    }

    private static KnownPlan plan(String code, int version, String from, @Nullable String to, String specificity) {
        return new KnownPlan(
                code,
                version,
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                List.of(),
                List.of(),
                List.of(),
                specificity,
                "BY_INVOLVEMENT",
                List.of(new BigDecimal("0.10"), new BigDecimal("0.12")),
                "CLIENT_PAYMENT",
                30);
    }
}
