package io.entente.verify;

import io.entente.commission.ledger.canonical.CanonicalText;
import io.entente.commission.ledger.canonical.EntryJson;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Proofs for tests: deals of 100.00 USD that earned 10.00 each. */
final class ProofMother {

    /** Computed by hand: the first 32 characters of the SHA-256 of {@code 8:par_pine3:USD7:2026-Q2}. */
    static final String SECOND_QUARTER_ID = "stm_97ed0c504fcd20501f2942740fc7ae9c";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProofMother() {}

    /** A chain of deals, of which the first is booked in the first quarter and the others in the second. */
    static List<Map<String, Object>> chain(int deals) {
        List<Map<String, Object>> chain = new ArrayList<>();
        String previous = Proof.GENESIS;
        for (int number = 1; number <= deals; number++) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("_id", "par_pine/%012d".formatted(number));
            entry.put("format", 2);
            entry.put("partnerId", "par_pine");
            entry.put("number", (long) number);
            entry.put("kind", "ACCRUAL");
            entry.put("lines", List.of(line("COMMISSION_EXPENSE", "DEBIT"), line("ACCRUED", "CREDIT")));
            String sum = BigDecimal.valueOf(number * 1000L, 2).toPlainString();
            entry.put("balances", Map.of("USD", new TreeMap<>(Map.of("COMMISSION_EXPENSE", sum, "ACCRUED", sum))));
            entry.put(
                    "counters",
                    Map.of(
                            "revenue",
                            Map.of(
                                    "USD",
                                    BigDecimal.valueOf(number * 10_000L, 2).toPlainString())));
            entry.put("commission", Map.of("dealId", "d" + number));
            entry.put(
                    "recordedAt",
                    Date.from(Instant.parse(number == 1 ? "2026-03-02T09:00:00.123Z" : "2026-04-02T09:00:00.123Z")));
            entry.put("previousHash", previous);
            previous = sealed(entry);
            chain.add(entry);
        }
        return chain;
    }

    /** Gives an entry the hash of its content, and returns it. */
    static String sealed(Map<String, Object> entry) {
        String hash = CanonicalText.hash(entry);
        entry.put("hash", hash);
        return hash;
    }

    /** The proof of the second quarter, as the service writes it. */
    static Map<String, Object> secondQuarter(List<Map<String, Object>> chain) {
        int deals = chain.size() - 1;
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("id", SECOND_QUARTER_ID);
        statement.put("partnerId", "par_pine");
        statement.put("quarter", "2026-Q2");
        statement.put("from", "2026-04-01T00:00:00Z");
        statement.put("until", "2026-07-01T00:00:00Z");
        statement.put("timeZone", "UTC");
        statement.put("currency", "USD");
        statement.put("status", "ISSUED");
        statement.put("issuedAt", "2026-07-02T09:00:00Z");
        statement.put("referrals", 3);
        statement.put("revenue", usd(deals * 10_000L));
        statement.put("revenueTakenBack", usd(0));
        statement.put("openingBalance", usd(1000));
        statement.put("earned", usd(deals * 1000L));
        statement.put("earnedPayable", usd(0));
        statement.put("earnedWaiting", usd(deals * 1000L));
        statement.put("paid", usd(0));
        statement.put("vatPaid", usd(0));
        statement.put("withheld", usd(0));
        statement.put("transferred", usd(0));
        statement.put("closingBalance", usd(chain.size() * 1000L));
        statement.put("payableNow", usd(0));
        statement.put("waiting", usd(chain.size() * 1000L));
        Map<String, Object> proof = new LinkedHashMap<>();
        proof.put("format", Proof.FORMAT);
        proof.put("statement", statement);
        proof.put(
                "chain",
                new LinkedHashMap<>(
                        Map.of("before", place(chain.get(0)), "after", place(chain.get(chain.size() - 1)))));
        proof.put("entryBefore", EntryJson.write(chain.get(0)));
        List<Object> entries = new ArrayList<>();
        chain.subList(1, chain.size()).forEach(entry -> entries.add(EntryJson.write(entry)));
        proof.put("entries", entries);
        return proof;
    }

    static Path written(Path folder, String name, Map<String, Object> proof) throws Exception {
        return Files.write(folder.resolve(name), JSON.writeValueAsBytes(proof));
    }

    static Map<String, Object> usd(long cents) {
        return new LinkedHashMap<>(Map.of("amount", BigDecimal.valueOf(cents, 2).toPlainString(), "currency", "USD"));
    }

    private static Map<String, Object> place(Map<String, Object> entry) {
        return new LinkedHashMap<>(Map.of("number", entry.get("number"), "hash", entry.get("hash")));
    }

    private static Map<String, Object> line(String account, String side) {
        return new LinkedHashMap<>(Map.of("account", account, "side", side, "amount", usd(1000)));
    }
}
