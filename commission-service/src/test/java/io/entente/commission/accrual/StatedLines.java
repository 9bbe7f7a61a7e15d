package io.entente.commission.accrual;

import io.entente.commission.partners.Addressee;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.chain.PartnerChain;
import io.entente.commission.statements.chain.PartnerChains;
import io.entente.commission.statements.chain.PayoutDays;
import io.entente.commission.statements.chain.RecordedCauses;
import io.entente.commission.statements.chain.Span;
import io.entente.commission.statements.chain.StatementLine;
import io.entente.commission.statements.texts.LineTexts;
import io.entente.commission.statements.texts.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/** The lines that a statement over a partner's whole chain shows. */
final class StatedLines {

    private static final LineTexts ENGLISH = new LineTexts(Words.of(new Addressee("", Locale.ENGLISH)));

    private final Program program;
    private final PartnerId partner;

    StatedLines(Program program, PartnerId partner) {
        this.program = program;
        this.partner = partner;
    }

    List<StatementLine> all() {
        PartnerChain chain = new PartnerChains(
                        program.ledger,
                        new RecordedCauses(program.ledger, program.deals, program.amendments, new NoDays()))
                .of(partner);
        List<StatementLine> lines = new ArrayList<>();
        long last = program.ledger.head(partner).number();
        chain.lines(new Span(1, last, "", null), CurrencyUnit.USD, lines::add);
        return lines;
    }

    StatementLine last() {
        List<StatementLine> all = all();
        return all.get(all.size() - 1);
    }

    /** The sentences of a line for an English partner. */
    static List<String> texts(StatementLine line) {
        return ENGLISH.explanation(line);
    }

    static String title(StatementLine line) {
        return ENGLISH.title(line);
    }

    private static final class NoDays implements PayoutDays {
        @Override
        public Optional<LocalDate> paidOn(String payoutId) {
            return Optional.empty();
        }

        @Override
        public Optional<LocalDate> returnedOn(String payoutId) {
            return Optional.empty();
        }
    }
}
