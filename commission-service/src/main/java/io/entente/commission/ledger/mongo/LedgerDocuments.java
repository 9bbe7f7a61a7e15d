package io.entente.commission.ledger.mongo;

import static io.entente.commission.documents.Fields.money;
import static io.entente.commission.documents.Fields.part;
import static io.entente.commission.documents.Fields.readMoney;
import static io.entente.commission.documents.Fields.text;

import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.Balances;
import io.entente.commission.ledger.ChainedTransaction;
import io.entente.commission.ledger.Counters;
import io.entente.commission.ledger.Counters.TakenBack;
import io.entente.commission.ledger.EntryFormat;
import io.entente.commission.ledger.LedgerLine;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.Side;
import io.entente.commission.ledger.TransactionId;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.ledger.canonical.CanonicalText;
import java.math.BigDecimal;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/**
 * Converts ledger transactions to documents and back. The mapping is explicit, because there is one document for
 * each deal and partner and because the hash covers exactly these fields. Amounts and days are stored as text, so
 * nothing is rounded.
 */
@Component
class LedgerDocuments {

    private final EntryFormat<Document> entries;

    LedgerDocuments(EntryFormat<Document> entries) {
        this.entries = entries;
    }

    /** Returns the document with its hash. The caller adds the outbox. */
    Document write(LedgerTransaction transaction) {
        Document document = new Document(LedgerFields.ID, transaction.id().toString())
                .append(LedgerFields.FORMAT, CanonicalText.FORMAT)
                .append("version", 1L)
                .append(LedgerFields.PARTNER, transaction.partnerId().value())
                .append(LedgerFields.NUMBER, transaction.id().number())
                .append(LedgerFields.KIND, transaction.kind().name())
                .append(LedgerFields.CAUSE, transaction.cause())
                .append(
                        "lines",
                        transaction.lines().stream().map(LedgerDocuments::line).toList())
                .append("balances", balances(transaction.balances()))
                .append("counters", counters(transaction.counters()));
        entries.write(transaction.entry(), document);
        document.append(LedgerFields.RECORDED_AT, Date.from(transaction.recordedAt()))
                .append("previousHash", transaction.previousHash());
        return document.append(LedgerFields.HASH, CanonicalText.hash(document));
    }

    ChainedTransaction read(Document stored) {
        return new ChainedTransaction(transaction(stored), text(stored, LedgerFields.HASH), CanonicalText.hash(stored));
    }

    LedgerTransaction transaction(Document stored) {
        TransactionId id = TransactionId.parse(text(stored, LedgerFields.ID));
        TransactionKind kind = TransactionKind.valueOf(text(stored, LedgerFields.KIND));
        List<LedgerLine> lines = lines(stored);
        return new LedgerTransaction(
                id,
                kind,
                text(stored, LedgerFields.CAUSE),
                lines,
                readBalances(part(stored, "balances")),
                readCounters(part(stored, "counters")),
                text(stored, "previousHash"),
                entries.read(id, kind, lines, stored),
                stored.getDate(LedgerFields.RECORDED_AT).toInstant());
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

    private static List<LedgerLine> lines(Document stored) {
        return stored.getList("lines", Document.class).stream()
                .map(LedgerDocuments::readLine)
                .toList();
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
        Document document = new Document("dealsByYear", years).append("revenue", revenue);
        if (!counters.earned().isEmpty()) {
            Document earned = new Document();
            counters.earned().forEach((year, plans) -> {
                Document byPlan = new Document();
                plans.forEach((plan, amounts) -> {
                    Document byCurrency = new Document();
                    amounts.forEach((currency, amount) -> byCurrency.append(
                            currency.getCode(), amount.getAmount().toPlainString()));
                    byPlan.append(plan, byCurrency);
                });
                earned.append(Integer.toString(year), byPlan);
            });
            document.append("earned", earned);
        }
        if (!counters.uncounted().isEmpty()) {
            Document uncounted = new Document();
            counters.uncounted()
                    .forEach((year, missing) -> uncounted.append(Integer.toString(year), missing.toPlainString()));
            document.append("uncounted", uncounted);
        }
        if (!counters.takenBack().isEmpty()) {
            Document takenBack = new Document();
            counters.takenBack()
                    .forEach((currency, amounts) -> takenBack.append(
                            currency.getCode(),
                            new Document(
                                            "reversed",
                                            amounts.reversed().getAmount().toPlainString())
                                    .append(
                                            "refunded",
                                            amounts.refunded().getAmount().toPlainString())));
            document.append("takenBack", takenBack);
        }
        return document;
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
        SortedMap<Integer, SortedMap<String, SortedMap<CurrencyUnit, Money>>> earned = new TreeMap<>();
        Document years = stored.get("earned", new Document());
        years.keySet().forEach(year -> earned.put(Integer.parseInt(year), readEarned(part(years, year))));
        SortedMap<Integer, BigDecimal> uncounted = new TreeMap<>();
        stored.get("uncounted", new Document())
                .forEach((year, missing) ->
                        uncounted.put(Integer.parseInt(year), new BigDecimal((String) missing).stripTrailingZeros()));
        return new Counters(deals, revenue, earned, uncounted, readTakenBack(stored.get("takenBack", new Document())));
    }

    private static SortedMap<CurrencyUnit, TakenBack> readTakenBack(Document stored) {
        SortedMap<CurrencyUnit, TakenBack> takenBack = new TreeMap<>();
        for (String code : stored.keySet()) {
            CurrencyUnit currency = CurrencyUnit.of(code);
            Document amounts = part(stored, code);
            takenBack.put(
                    currency,
                    new TakenBack(
                            Money.of(currency, new BigDecimal(text(amounts, "reversed"))),
                            Money.of(currency, new BigDecimal(text(amounts, "refunded")))));
        }
        return takenBack;
    }

    private static SortedMap<String, SortedMap<CurrencyUnit, Money>> readEarned(Document stored) {
        SortedMap<String, SortedMap<CurrencyUnit, Money>> plans = new TreeMap<>();
        for (String plan : stored.keySet()) {
            SortedMap<CurrencyUnit, Money> amounts = new TreeMap<>();
            part(stored, plan).forEach((code, amount) -> {
                CurrencyUnit currency = CurrencyUnit.of(code);
                amounts.put(currency, Money.of(currency, new BigDecimal((String) amount)));
            });
            plans.put(plan, amounts);
        }
        return plans;
    }
}
