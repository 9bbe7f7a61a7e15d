package io.entente.partner.tiers.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.tier.Tier;
import io.entente.partner.performance.Flow;
import io.entente.partner.performance.PartnerFact;
import io.entente.partner.performance.PartnerFact.Kind;
import io.entente.partner.tiers.TierStanding;
import io.entente.partner.tiers.figures.TierFigures;
import io.entente.partner.tiers.policy.TierPolicy;
import io.entente.partner.tiers.policy.TierRule;
import io.entente.partner.tiers.policy.TierRule.Criteria;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.MoneyJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reviews of random histories propose what a plain model proposes, night after night. */
class TierReviewModelTest {

    private static final LocalDate START = LocalDate.of(2027, 1, 1);
    private static final List<Kind> KINDS = List.of(Kind.WON, Kind.LOST, Kind.RATED, Kind.KEPT, Kind.BROKEN);
    private static final TierPolicy POLICY = new TierPolicy(
            1,
            LocalDate.of(2000, 1, 1),
            1,
            30,
            20,
            15,
            10,
            null,
            List.of(
                    rule(Tier.STRATEGIC, new Criteria(3, usd("250.00"), decimal(50), decimal(7), decimal(80))),
                    rule(Tier.ACTIVE, new Criteria(1, null, null, null, decimal(60))),
                    rule(Tier.REFERRAL_NETWORK, new Criteria(null, null, null, null, null))));

    @Property(tries = 150)
    void a_review_proposes_what_the_model_proposes(@ForAll long seed) {
        Random random = new Random(seed);
        List<Plain> history = new ArrayList<>();
        TierReview review = TierReview.none(new PartnerId("par_3"));
        Model model = new Model(Tier.values()[random.nextInt(3)]);
        for (int night = 0; night < 60; night++) {
            LocalDate today = START.plusDays(night);
            for (int i = random.nextInt(3); i > 0; i--) {
                history.add(Plain.random(today, random));
            }
            List<PartnerFact> inWindow = history.stream()
                    .filter(plain -> !plain.day().isBefore(today.minusDays(19)))
                    .map(Plain::toFact)
                    .toList();
            TierFigures figures = TierFigures.of(inWindow);
            TierStanding standing = new TierStanding(model.tier, POLICY.windowStart(today), today, figures, POLICY);
            Tier reached = model.reached(history, today);
            assertThat(standing.reached())
                    .as("reached in night %d of %d", night, seed)
                    .isEqualTo(reached);

            Instant now = today.atStartOfDay(ZoneOffset.UTC).toInstant();
            review = review.after(standing, model.since, false, now, ZoneOffset.UTC)
                    .state();
            model.night(reached, today);
            assertThat(open(review))
                    .as("proposed in night %d of %d", night, seed)
                    .isEqualTo(model.open);
            review = decided(review, model, random.nextInt(6), today, now);
        }
    }

    /** Now and then somebody approves or declines. An approved tier begins at once here; its notice is another test's. */
    private static TierReview decided(TierReview review, Model model, int choice, LocalDate today, Instant now) {
        if (model.open == null || choice > 1) {
            return review;
        }
        ProposalStatus as = choice == 0 ? ProposalStatus.APPROVED : ProposalStatus.DECLINED;
        model.decide(as == ProposalStatus.APPROVED, today);
        return review.decide(as, "why", new Actor("user:u-3"), now)
                .orElseThrow()
                .state();
    }

    private static @Nullable Tier open(TierReview review) {
        TierProposal last = review.proposal();
        return last != null && last.isOpen() ? last.to() : null;
    }

    /** What the rules say, in as few words as possible. */
    private static final class Model {

        private Tier tier;
        private LocalDate since = START.minusDays(7);
        private @Nullable Tier open;
        private @Nullable Tier declined;
        private LocalDate declinedOn = LocalDate.MIN;

        Model(Tier tier) {
            this.tier = tier;
        }

        Tier reached(List<Plain> history, LocalDate today) {
            int deals = 0;
            int cents = 0;
            int ratings = 0;
            int sum = 0;
            int kept = 0;
            int broken = 0;
            TreeSet<Integer> won = new TreeSet<>();
            for (Plain plain : history) {
                if (today.toEpochDay() - plain.day().toEpochDay() >= 20) {
                    continue;
                }
                if (plain.kind() == Kind.WON && plain.toFirm() && plain.value() > plain.undone()) {
                    deals++;
                    cents += plain.value() - plain.undone();
                    won.add(plain.referral());
                }
                if (plain.kind() == Kind.RATED) {
                    ratings++;
                    sum += plain.value() % 11;
                }
                kept += plain.kind() == Kind.KEPT ? 1 : 0;
                broken += plain.kind() == Kind.BROKEN ? 1 : 0;
            }
            long lost = history.stream()
                    .filter(plain -> today.toEpochDay() - plain.day().toEpochDay() < 20)
                    .filter(plain -> plain.kind() == Kind.LOST && plain.toFirm() && !won.contains(plain.referral()))
                    .count();
            // Each figure is rounded to one decimal, so 59.95 % and more are 60.0 %.
            boolean strategic = deals >= 3
                    && cents >= 25_000
                    && atLeast(won.size(), lost, 500)
                    && (ratings == 0 || 20L * sum >= 139L * ratings)
                    && atLeast(kept, broken, 800);
            if (strategic) {
                return Tier.STRATEGIC;
            }
            return deals >= 1 && atLeast(kept, broken, 600) ? Tier.ACTIVE : Tier.REFERRAL_NETWORK;
        }

        /** Whether a share, rounded to a tenth of a per cent, is at least so many tenths. */
        private static boolean atLeast(long good, long bad, long tenths) {
            return good + bad == 0 || 2000 * good >= (2 * tenths - 1) * (good + bad);
        }

        void night(Tier reached, LocalDate today) {
            if (reached == open) {
                return;
            }
            boolean demotes = reached.ordinal() > tier.ordinal();
            boolean tooEarly = demotes && today.isBefore(since.plusDays(15));
            boolean repeats = open == null && reached == declined && today.isBefore(declinedOn.plusDays(10));
            open = reached == tier || tooEarly || repeats ? null : reached;
            if (open != null) {
                declined = null;
            }
        }

        void decide(boolean approved, LocalDate today) {
            declined = approved ? null : open;
            declinedOn = today;
            if (approved && open != null) {
                tier = open;
                since = today;
            }
            open = null;
        }
    }

    /** Something that happened, in whole numbers: cents of a deal, or a rating. */
    private record Plain(int id, Kind kind, boolean toFirm, LocalDate day, int referral, int value, int undone) {

        static Plain random(LocalDate day, Random random) {
            Kind kind = KINDS.get(random.nextInt(KINDS.size()));
            int value = random.nextInt(20_000) + 1;
            int undone = random.nextInt(4) == 0 ? random.nextInt(value + 1) : 0;
            return new Plain(random.nextInt(), kind, random.nextInt(4) > 0, day, random.nextInt(30), value, undone);
        }

        PartnerFact toFact() {
            return new PartnerFact(
                    "f" + id,
                    "par_3",
                    kind,
                    toFirm ? Flow.TO_FIRM : Flow.TO_PARTNER,
                    day,
                    "ref_" + referral,
                    kind == Kind.WON ? cents(value) : null,
                    kind == Kind.WON && undone > 0 ? cents(undone) : null,
                    kind == Kind.RATED ? value % 11 : null,
                    null,
                    null,
                    1);
        }

        private static Money cents(int value) {
            return Money.ofMinor(CurrencyUnit.USD, value);
        }
    }

    private static TierRule rule(Tier tier, Criteria criteria) {
        return new TierRule(tier, null, criteria, List.of());
    }

    private static MoneyJson usd(String amount) {
        return new MoneyJson(amount, "USD");
    }

    private static BigDecimal decimal(int value) {
        return new BigDecimal(value);
    }
}
