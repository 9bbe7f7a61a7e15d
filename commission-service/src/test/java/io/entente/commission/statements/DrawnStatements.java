package io.entente.commission.statements;

import static io.entente.commission.statements.ChainMother.deal;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.Posting;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.chain.PartnerChains;
import io.entente.commission.statements.chain.StatementLine;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;

/** Draws up the statements of one partner from the entries that a test puts into its chain. */
final class DrawnStatements {

    static final PartnerId PINE = new PartnerId("par_pine");

    static final Quarter Q2 = new Quarter(2026, 2);

    RecordingLedger ledger = new RecordingLedger();

    long received = 3;

    DealLife booked(String dealId, String revenue, String earned) {
        Posting posting = deal("par_pine", dealId, "Brightwater", revenue, earned);
        ledger.at("2026-04-02T09:00:00Z", posting);
        return new DealLife(posting);
    }

    Statement only(Quarter quarter, ZoneId zone) {
        List<Statement> statements = of(quarter, zone);
        assertThat(statements).hasSize(1);
        return statements.get(0);
    }

    List<Statement> of(Quarter quarter, ZoneId zone) {
        return drawUp(zone).of(PINE, quarter);
    }

    DrawUpStatements drawUp(ZoneId zone) {
        ReferralsReceived sent = new ReferralsReceived() {
            @Override
            public boolean note(PartnerId partner, String referralId, Instant at) {
                return true;
            }

            @Override
            public long count(PartnerId partner, Quarter of) {
                return received;
            }
        };
        return new DrawUpStatements(chains(), sent, zone, CurrencyUnit.EUR);
    }

    private PartnerChains chains() {
        return new PartnerChains(ledger, block -> Map.of());
    }

    List<StatementLine> lines(Statement statement) {
        List<StatementLine> lines = new ArrayList<>();
        chains().of(PINE).lines(statement.span(), statement.currency(), lines::add);
        return lines;
    }
}
