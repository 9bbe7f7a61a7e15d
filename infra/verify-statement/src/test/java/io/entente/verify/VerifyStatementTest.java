package io.entente.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyStatementTest {

    private final List<Map<String, Object>> chain = ProofMother.chain(4);
    private final Map<String, Object> proof = ProofMother.secondQuarter(chain);
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void a_statement_as_it_was_issued_fits_and_shows_its_figures() throws Exception {
        assertThat(verified()).isEqualTo(VerifyStatement.FITS);
        assertThat(output())
                .contains("statement " + ProofMother.SECOND_QUARTER_ID
                        + " of partner par_pine for 2026-Q2 in USD (ISSUED)")
                .contains("3 entries, from entry 2 to entry 4")
                .containsPattern("closingBalance +40.00 USD")
                .contains("FITS");
    }

    @Test
    void a_changed_amount_is_found_by_the_hash_of_its_entry() throws Exception {
        List<Map<String, Object>> lines = list(entry(1), "lines");
        map(lines.get(0), "amount").put("amount", "99.00");

        assertThat(verified()).isEqualTo(VerifyStatement.DOES_NOT_FIT);
        assertThat(output()).contains("Entry 3 was changed: it names ");
    }

    @Test
    void a_changed_amount_is_found_even_if_all_hashes_were_computed_again() throws Exception {
        List<Map<String, Object>> lines = list(chain.get(2), "lines");
        lines.forEach(line -> map(line, "amount").put("amount", "99.00"));
        for (int i = 2; i < chain.size(); i++) {
            chain.get(i).put("previousHash", chain.get(i - 1).get("hash"));
            ProofMother.sealed(chain.get(i));
        }
        proof.putAll(ProofMother.secondQuarter(chain));

        assertThat(verified()).isEqualTo(VerifyStatement.DOES_NOT_FIT);
        assertThat(output())
                .doesNotContain("was changed")
                .contains("The balance of ACCRUED after entry 3 does not follow from the entry's amounts.")
                .contains("The statement's earned is wrong: it says 30.00 USD, but the entries give 119.00 USD.");
    }

    @Test
    void a_ledger_that_was_forged_as_a_whole_is_found_by_a_head_from_elsewhere() throws Exception {
        String received = (String) chain.get(3).get("hash");
        assertThat(verified("--head", received)).isEqualTo(VerifyStatement.FITS);

        assertThat(verified("--head", "f".repeat(64))).isEqualTo(VerifyStatement.DOES_NOT_FIT);
        assertThat(output()).contains("The ledger must end with the hash ffff");
    }

    @Test
    void a_missing_entry_is_found() throws Exception {
        entries().remove(1);

        assertThat(verified()).isEqualTo(VerifyStatement.DOES_NOT_FIT);
        assertThat(output())
                .contains("Entry 3 is missing.")
                .contains("The statement's earned is wrong: it says 30.00 USD, but the entries give 20.00 USD.");
    }

    @Test
    void an_entry_missing_at_the_end_or_before_the_period_is_found() throws Exception {
        entries().remove(2);
        proof.remove("entryBefore");

        assertThat(verified()).isEqualTo(VerifyStatement.DOES_NOT_FIT);
        assertThat(output())
                .contains("Entry 4 is missing.")
                .contains("Entry 1, the last one before the period, is missing.");
    }

    @Test
    void swapped_entries_are_found() throws Exception {
        Collections.swap(entries(), 0, 1);

        assertThat(verified()).isEqualTo(VerifyStatement.DOES_NOT_FIT);
        assertThat(output()).contains("Entry 2 is in the wrong place: it comes after entry 3.");
    }

    @Test
    void a_doubled_and_a_foreign_entry_are_found() throws Exception {
        entries().add(entry(2));
        entry(0).put("partnerId", "par_other");

        assertThat(verified()).isEqualTo(VerifyStatement.DOES_NOT_FIT);
        assertThat(output())
                .contains("Entry 4 is there twice.")
                .contains("Entry 2 belongs to partner par_other, but the statement is for partner par_pine.");
    }

    @Test
    void every_altered_total_is_found() throws Exception {
        for (String figure : List.of(
                "revenue",
                "revenueTakenBack",
                "openingBalance",
                "earned",
                "paid",
                "vatPaid",
                "withheld",
                "transferred",
                "closingBalance",
                "earnedPayable",
                "earnedWaiting",
                "payableNow",
                "waiting")) {
            Map<String, Object> statement = map(proof, "statement");
            Object right = statement.put(figure, ProofMother.usd(123_456));

            assertThat(verified()).as(figure).isEqualTo(VerifyStatement.DOES_NOT_FIT);
            assertThat(output()).contains("The statement's %s is wrong: it says 1234.56 USD".formatted(figure));
            statement.put(figure, right);
        }
    }

    @Test
    void an_entry_outside_of_the_period_is_found() throws Exception {
        map(proof, "statement").put("from", "2026-04-03T00:00:00Z");

        assertThat(verified()).isEqualTo(VerifyStatement.DOES_NOT_FIT);
        assertThat(output()).contains("Entry 2 was recorded at 2026-04-02T09:00:00.123Z, which is not in the period");
    }

    @Test
    void bounds_that_do_not_follow_from_the_quarter_and_the_time_zone_are_found() throws Exception {
        Map<String, Object> statement = map(proof, "statement");
        assertFound("quarter", "2026-Q1", "2026-Q1 in UTC begins at 2026-01-01T00:00:00Z, but from says 2026-04-01");
        assertFound("from", "2026-03-31T15:00:00Z", "2026-Q2 in UTC begins at 2026-04-01T00:00:00Z, but from says");
        assertFound("until", "2026-07-01T00:00:01Z", "2026-Q2 in UTC ends at 2026-07-01T00:00:00Z, but until says");
        assertFound("timeZone", "Asia/Tokyo", "2026-Q2 in Asia/Tokyo begins at 2026-03-31T15:00:00Z, but from says");
        assertFound("quarter", "2026-Q5", "The quarter must be one such as 2026-Q2, but it is 2026-Q5.");

        statement.put("timeZone", "Asia/Tokyo");
        statement.put("from", "2026-03-31T15:00:00Z");
        statement.put("until", "2026-06-30T15:00:00Z");
        assertThat(verified()).as("a quarter of Tokyo").isEqualTo(VerifyStatement.FITS);
    }

    @Test
    void another_id_and_a_status_that_is_not_binding_are_found() throws Exception {
        assertFound("id", "stm_1", "for 2026-Q2 in USD has the id " + ProofMother.SECOND_QUARTER_ID);
        assertFound("status", "DRAFT", "The status must be ISSUED or FINALIZED, but it is DRAFT.");
        assertFound("issuedAt", "2026-06-30T09:00:00Z", "can't have been issued at 2026-06-30T09:00:00Z");
    }

    @Test
    void a_figure_that_was_removed_is_found() throws Exception {
        map(proof, "statement").remove("earned");

        assertThat(verified()).isEqualTo(VerifyStatement.DOES_NOT_FIT);
        assertThat(output()).contains("the field earned must be a map");
    }

    @Test
    void a_field_that_is_there_twice_or_unknown_is_refused() throws Exception {
        Path right = ProofMother.written(folder, "right.json", proof);
        String twice = Files.readString(right)
                .replace("\"earned\":", "\"earned\":{\"amount\":\"9999.00\",\"currency\":\"USD\"},\"earned\":");
        assertThat(run(Files.writeString(folder.resolve("twice.json"), twice).toString()))
                .isEqualTo(VerifyStatement.UNREADABLE);
        assertThat(output()).contains("twice.json", "earned");

        map(proof, "statement").put("bonus", ProofMother.usd(100));
        assertThat(verified()).isEqualTo(VerifyStatement.UNREADABLE);
        assertThat(output()).contains("the field bonus is unknown");
        map(proof, "statement").remove("bonus");
        map(map(proof, "statement"), "earned").put("gross", "35.70");
        assertThat(verified()).isEqualTo(VerifyStatement.DOES_NOT_FIT);
        assertThat(output()).contains("the field gross is unknown");
    }

    private void assertFound(String field, String wrong, String message) throws Exception {
        Map<String, Object> statement = map(proof, "statement");
        Object right = statement.put(field, wrong);
        assertThat(verified()).as("%s %s", field, wrong).isEqualTo(VerifyStatement.DOES_NOT_FIT);
        assertThat(output()).contains(message);
        statement.put(field, right);
    }

    @Test
    void an_amount_that_is_no_number_is_found() throws Exception {
        map(map(proof, "statement"), "earned").put("amount", "thirty");

        assertThat(verified()).isEqualTo(VerifyStatement.DOES_NOT_FIT);
        assertThat(output()).contains("the field amount must be an amount, but it is thirty");
    }

    @Test
    void statements_that_follow_each_other_are_checked_for_a_gap() throws Exception {
        Map<String, Object> third = new LinkedHashMap<>(proof);
        Map<String, Object> statement = new LinkedHashMap<>(map(proof, "statement"));
        statement.put("id", "stm_ac5a8f65b44ea209d627ad980e7ddbc2");
        statement.put("issuedAt", "2026-10-02T09:00:00Z");
        statement.putAll(Map.of(
                "quarter",
                "2026-Q3",
                "from",
                "2026-07-01T00:00:00Z",
                "until",
                "2026-10-01T00:00:00Z",
                "openingBalance",
                ProofMother.usd(4000),
                "earned",
                ProofMother.usd(0),
                "earnedWaiting",
                ProofMother.usd(0),
                "revenue",
                ProofMother.usd(0)));
        third.put("statement", statement);
        Object head = map(proof, "chain").get("after");
        third.put("chain", Map.of("before", head, "after", head));
        third.put("entryBefore", entries().get(2));
        third.put("entries", List.of());
        Path one = ProofMother.written(folder, "q2.json", proof);
        Path two = ProofMother.written(folder, "q3.json", third);

        assertThat(run(one.toString(), two.toString())).isEqualTo(VerifyStatement.FITS);
        assertThat(run(two.toString(), one.toString())).isEqualTo(VerifyStatement.DOES_NOT_FIT);
        assertThat(output()).contains("q2.json does not continue q3.json: it begins after entry 1");
    }

    @Test
    void each_entry_can_be_printed() throws Exception {
        assertThat(verified("--lines")).isEqualTo(VerifyStatement.FITS);
        assertThat(output()).containsPattern("3 +2026-04-02 ACCRUAL +100.00 +10.00 +0  d3");
    }

    @Test
    void a_file_that_is_no_proof_and_a_wrong_argument_cannot_be_read() throws Exception {
        Path text = Files.writeString(folder.resolve("a.txt"), "Dear partner");
        Path other = Files.writeString(folder.resolve("b.json"), "{\"format\":\"entente.statement-proof/9\"}");

        assertThat(run(text.toString())).isEqualTo(VerifyStatement.UNREADABLE);
        assertThat(run(other.toString())).isEqualTo(VerifyStatement.UNREADABLE);
        assertThat(output())
                .contains("its format must be entente.statement-proof/1, but it is entente.statement-proof/9");
        assertThat(run(folder.resolve("none.json").toString())).isEqualTo(VerifyStatement.UNREADABLE);
        assertThat(run()).isEqualTo(VerifyStatement.UNREADABLE);
        assertThat(run("--help")).isEqualTo(VerifyStatement.UNREADABLE);
    }

    private int verified(String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add(ProofMother.written(folder, "proof.json", proof).toString());
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        printed.reset();
        PrintStream stream = new PrintStream(printed, true, UTF_8);
        return VerifyStatement.run(stream, stream, arguments);
    }

    private String output() {
        return printed.toString(UTF_8);
    }

    private List<Map<String, Object>> entries() {
        return list(proof, "entries");
    }

    private Map<String, Object> entry(int index) {
        return entries().get(index);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> from, String field) {
        return (List<Map<String, Object>>) from.get(field);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> from, String field) {
        return (Map<String, Object>) from.get(field);
    }
}
