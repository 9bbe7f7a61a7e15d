package io.entente.benchmarks.statements;

import io.entente.commission.commissions.Posting;
import io.entente.commission.deals.Client;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.deals.Origin;
import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.mongo.LedgerWriting;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.commission.partners.PartnershipModel;
import io.entente.commission.partners.Tier;
import io.entente.commission.plans.PaymentTerms;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.pricing.PricingResult;
import io.entente.commission.plans.rules.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.Document;
import org.joda.money.Money;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Writes a thousand partners' deals of 2025 to the ledger as the service would have, evenly over partners and days. */
final class YearOfDeals {

    static final int PARTNERS = 1_000;

    private static final int INSERT_DOCUMENTS = 2_000;
    private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);

    private final MongoTemplate mongo;
    private final LedgerWriting writing;
    private final List<PartnerId> partners = IntStream.range(0, PARTNERS)
            .mapToObj(number -> new PartnerId("01K1A7Q2M8V4R6T9W3X5%06d".formatted(number)))
            .toList();

    YearOfDeals(ApplicationContext context) {
        this.mongo = context.getBean(MongoTemplate.class);
        this.writing = new LedgerWriting(context);
        PartnerProfiles profiles = context.getBean(PartnerProfiles.class);
        partners.forEach(
                partner -> profiles.learn(new PartnerProfile(partner, Tier.ACTIVE, PartnershipModel.REFERRAL, 1)));
    }

    List<PartnerId> partners() {
        return partners;
    }

    /** Writes so many deals of the year. */
    void write(int deals) {
        List<ChainHead> heads =
                new ArrayList<>(partners.stream().map(ChainHead::start).toList());
        List<Document> batch = new ArrayList<>(INSERT_DOCUMENTS);
        for (int i = 0; i < deals; i++) {
            int chain = i % PARTNERS;
            Instant at = BEGIN.plus(YEAR.multipliedBy(i).dividedBy(deals));
            LedgerTransaction next = heads.get(chain).next(posting(partners.get(chain), i), at);
            Document document = writing.published(next);
            heads.set(chain, next.asHead(LedgerWriting.hash(document)));
            batch.add(document);
            if (batch.size() == INSERT_DOCUMENTS || i == deals - 1) {
                mongo.getCollection(LedgerWriting.COLLECTION).insertMany(batch);
                batch.clear();
            }
        }
    }

    private static Posting posting(PartnerId partner, int number) {
        CreditedDeal deal = new CreditedDeal(
                partner,
                "01K3E5G7H9J1K3M5%010d".formatted(number),
                "01K2D4F6G8H0J2K4%010d".formatted(number),
                new Client("brightwater.example", "Brightwater Logistics"),
                Money.parse("USD 10540.00"),
                Money.parse("USD 10540.00"),
                Fraction.WHOLE,
                LocalDate.parse("2025-06-30"),
                Origin.LIVE);
        return new Posting(
                deal,
                new PricingResult.Earned(
                        Money.parse("USD 1054.00"),
                        new PlanRef("standard", 1),
                        "PERCENT",
                        Fraction.of("0.10"),
                        PaymentTerms.USUAL,
                        List.of(Step.of(
                                "COMMISSION",
                                Map.of("result", "1054.00 USD"),
                                "10 % of 10540.00 USD is 1054.00 USD."))));
    }
}
