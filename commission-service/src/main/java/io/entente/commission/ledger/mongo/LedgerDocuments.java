package io.entente.commission.ledger.mongo;

import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.Balances;
import io.entente.commission.ledger.ChainedTransaction;
import io.entente.commission.ledger.Client;
import io.entente.commission.ledger.Counters;
import io.entente.commission.ledger.CreditedDeal;
import io.entente.commission.ledger.LedgerLine;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.Origin;
import io.entente.commission.ledger.Posting;
import io.entente.commission.ledger.Side;
import io.entente.commission.ledger.TransactionId;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.plans.Fraction;
import io.entente.commission.plans.Outcome;
import io.entente.commission.plans.Outcome.Earned;
import io.entente.commission.plans.Outcome.NothingDue;
import io.entente.commission.plans.PaymentTerms;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.Step;
import io.entente.commission.plans.Trigger;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * How a ledger transaction is stored. Written by hand: there is one for every deal and partner, and the hash is over exactly
 * these fields. Amounts are text, days are text, nothing is a binary fraction.
 */
final class LedgerDocuments {

    private LedgerDocuments() {}

    /** The document, sealed with its hash; the outbox is the caller's to add. */
    static Document write(LedgerTransaction transaction) {
        Document document = new Document(LedgerFields.ID, transaction.id().toString())
                .append("version", 1L)
                .append(LedgerFields.PARTNER, transaction.partnerId().value())
                .append("number", transaction.id().number())
                .append(LedgerFields.KIND, transaction.kind().name())
                .append(LedgerFields.CAUSE, transaction.cause())
                .append(
                        "lines",
                        transaction.lines().stream().map(LedgerDocuments::line).toList())
                .append("balances", balances(transaction.balances()))
                .append("counters", counters(transaction.counters()))
                .append("commission", commission(transaction.posting()))
                .append("recordedAt", Date.from(transaction.recordedAt()))
                .append("previousHash", transaction.previousHash());
        return document.append(LedgerFields.HASH, CanonicalText.hash(document));
    }

    static ChainedTransaction read(Document stored) {
        return new ChainedTransaction(transaction(stored), text(stored, LedgerFields.HASH), CanonicalText.hash(stored));
    }

    static LedgerTransaction transaction(Document stored) {
        return new LedgerTransaction(
                TransactionId.parse(text(stored, LedgerFields.ID)),
                TransactionKind.valueOf(text(stored, LedgerFields.KIND)),
                text(stored, LedgerFields.CAUSE),
                stored.getList("lines", Document.class).stream()
                        .map(LedgerDocuments::readLine)
                        .toList(),
                readBalances(part(stored, "balances")),
                readCounters(part(stored, "counters")),
                text(stored, "previousHash"),
                readPosting(part(stored, "commission"), TransactionId.parse(text(stored, LedgerFields.ID))),
                stored.getDate("recordedAt").toInstant());
    }

    private static Document line(LedgerLine line) {
        return new Document("account", line.account().name())
                .append("side", line.side().name())
                .append("amount", money(line.amount()));
    }

    private static LedgerLine readLine(Document stored) {
        return new LedgerLine(
                Account.valueOf(text(stored, "account")),
                Side.valueOf(text(stored, "side")),
                readMoney(part(stored, "amount")));
    }

    private static Document balances(Balances balances) {
        Document document = new Document();
        balances.amounts().forEach((currency, accounts) -> {
            Document amounts = new Document();
            accounts.forEach((account, amount) ->
                    amounts.append(account.name(), amount.getAmount().toPlainString()));
            document.append(currency.getCode(), amounts);
        });
        return document;
    }

    private static Balances readBalances(Document stored) {
        SortedMap<CurrencyUnit, Map<Account, Money>> balances = new TreeMap<>();
        for (String code : stored.keySet()) {
            CurrencyUnit currency = CurrencyUnit.of(code);
            Map<Account, Money> accounts = new EnumMap<>(Account.class);
            part(stored, code)
                    .forEach((account, amount) -> accounts.put(
                            Account.valueOf(account), Money.of(currency, new BigDecimal((String) amount))));
            balances.put(currency, accounts);
        }
        return new Balances(balances);
    }

    private static Document counters(Counters counters) {
        Document years = new Document();
        counters.dealsByYear().forEach((year, deals) -> years.append(Integer.toString(year), deals));
        Document revenue = new Document();
        counters.revenue()
                .forEach((currency, amount) ->
                        revenue.append(currency.getCode(), amount.getAmount().toPlainString()));
        return new Document("dealsByYear", years).append("revenue", revenue);
    }

    private static Counters readCounters(Document stored) {
        SortedMap<Integer, Long> deals = new TreeMap<>();
        part(stored, "dealsByYear")
                .forEach((year, count) -> deals.put(Integer.parseInt(year), ((Number) count).longValue()));
        SortedMap<CurrencyUnit, Money> revenue = new TreeMap<>();
        part(stored, "revenue").forEach((code, amount) -> {
            CurrencyUnit currency = CurrencyUnit.of(code);
            revenue.put(currency, Money.of(currency, new BigDecimal((String) amount)));
        });
        return new Counters(deals, revenue);
    }

    private static Document commission(Posting posting) {
        CreditedDeal deal = posting.deal();
        Document document = new Document("id", deal.commissionId().value())
                .append("referralId", deal.referralId())
                .append("dealId", deal.dealId())
                .append(
                        "client",
                        new Document("key", deal.client().key())
                                .append("organisation", deal.client().organisation()))
                .append("dealAmount", money(deal.amount()))
                .append("revenue", money(deal.revenue()))
                .append("share", deal.share().toString())
                .append("closedOn", deal.closedOn().toString())
                .append("origin", deal.origin().name())
                .append("explanation", new ArrayList<>(posting.outcome().explanation()))
                .append(
                        "steps",
                        posting.outcome().steps().stream()
                                .map(step -> new Document("name", step.name()).append("figures", figures(step)))
                                .toList());
        if (posting.outcome() instanceof Earned earned) {
            return earned(document, earned);
        }
        NothingDue nothing = (NothingDue) posting.outcome();
        PlanRef plan = nothing.plan();
        document.append("reason", nothing.reason().name());
        return plan == null ? document : document.append("plan", plan(plan));
    }

    private static Document figures(Step step) {
        Document figures = new Document();
        step.figures().forEach(figures::append);
        return figures;
    }

    private static Document plan(PlanRef plan) {
        return new Document("code", plan.code()).append("version", plan.version());
    }

    private static Document earned(Document document, Earned earned) {
        document.append("amount", money(earned.amount()))
                .append("plan", plan(earned.plan()))
                .append("rule", earned.rule())
                .append("trigger", earned.terms().trigger().name())
                .append("netDays", earned.terms().netDays())
                .append("holdDays", earned.terms().holdDays());
        Fraction rate = earned.rate();
        return rate == null ? document : document.append("rate", rate.toString());
    }

    private static Posting readPosting(Document stored, TransactionId id) {
        Document client = part(stored, "client");
        CreditedDeal deal = new CreditedDeal(
                id.partnerId(),
                text(stored, "dealId"),
                text(stored, "referralId"),
                new Client(text(client, "key"), text(client, "organisation")),
                readMoney(part(stored, "dealAmount")),
                readMoney(part(stored, "revenue")),
                Fraction.of(text(stored, "share")),
                LocalDate.parse(text(stored, "closedOn")),
                Origin.valueOf(text(stored, "origin")));
        return new Posting(deal, readOutcome(stored));
    }

    private static Outcome readOutcome(Document stored) {
        List<Step> steps = readSteps(stored);
        Document plan = stored.get("plan", Document.class);
        PlanRef ref = plan == null ? null : new PlanRef(text(plan, "code"), number(plan, "version"));
        if (stored.containsKey("reason")) {
            return new NothingDue(Outcome.Reason.valueOf(text(stored, "reason")), ref, steps);
        }
        String rate = stored.getString("rate");
        return new Earned(
                readMoney(part(stored, "amount")),
                Objects.requireNonNull(ref, "plan"),
                text(stored, "rule"),
                rate == null ? null : Fraction.of(rate),
                readTerms(stored),
                steps);
    }

    /** Accruals of the time before there was a choice were all payable net-30 from the client's payment. */
    private static PaymentTerms readTerms(Document stored) {
        return new PaymentTerms(
                Trigger.valueOf(text(stored, "trigger")),
                stored.getInteger("netDays", PaymentTerms.USUAL_NET_DAYS),
                stored.getInteger("holdDays", 0));
    }

    /** The sentences as they were written then; early transactions have no figures beside them. */
    private static List<Step> readSteps(Document stored) {
        List<String> sentences = stored.getList("explanation", String.class);
        List<Document> told = stored.getList("steps", Document.class, List.of());
        List<Step> steps = new ArrayList<>(sentences.size());
        for (int i = 0; i < sentences.size(); i++) {
            Document step = i < told.size() ? told.get(i) : new Document("name", "STEP");
            Map<String, String> figures = new LinkedHashMap<>();
            step.get("figures", new Document()).forEach((name, figure) -> figures.put(name, (String) figure));
            steps.add(Step.of(text(step, "name"), figures, sentences.get(i)));
        }
        return List.copyOf(steps);
    }

    private static Document money(Money money) {
        return new Document("amount", money.getAmount().toPlainString())
                .append("currency", money.getCurrencyUnit().getCode());
    }

    private static Money readMoney(Document stored) {
        return Money.of(CurrencyUnit.of(text(stored, "currency")), new BigDecimal(text(stored, "amount")));
    }

    private static long number(Document stored, String field) {
        return Objects.requireNonNull(stored.get(field, Number.class), field).longValue();
    }

    private static String text(Document stored, String field) {
        return Objects.requireNonNull(stored.getString(field), field);
    }

    private static Document part(Document stored, String field) {
        return Objects.requireNonNull(stored.get(field, Document.class), field);
    }
}
