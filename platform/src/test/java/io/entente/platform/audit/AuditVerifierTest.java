package io.entente.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.platform.audit.AuditVerifier.Fault;
import io.entente.platform.audit.AuditVerifier.Link;
import io.entente.platform.audit.AuditVerifier.Result;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditVerifierTest {

    private final ChainInMemory chain = new ChainInMemory();
    private final HeadInMemory journal = new HeadInMemory();
    private final AuditVerifier verifier = new AuditVerifier(chain, journal);

    @BeforeEach
    void store() {
        chain.append(
                IntStream.rangeClosed(1, 5).mapToObj(i -> entry("aud_" + i)).toList());
    }

    static AuditEntry entry(String id) {
        return new AuditEntry(
                id,
                Instant.parse("2026-03-31T08:00:00Z"),
                "user:fin-1",
                "POST /api/orders/{id}/cancel",
                "/api/orders/o-1",
                AuditOutcome.DONE,
                200,
                "cor_" + id);
    }

    @Test
    void an_untouched_chain_is_intact_and_ends_with_a_link_to_keep() {
        Result result = verifier.verify(0, null);

        assertThat(result.faults()).isEmpty();
        assertThat(result.checked()).isEqualTo(5);
        assertThat(result.isAtEnd()).isTrue();
        assertThat(result.last()).isEqualTo(new Link(5, chain.entries.get(4).hash()));
    }

    @Test
    void an_empty_chain_is_intact() {
        chain.entries.clear();

        assertThat(verifier.verify(0, null)).isEqualTo(new Result(0, 0, null, true, List.of()));
    }

    @Test
    void verification_continues_behind_an_entry() {
        assertThat(verifier.verify(3, null).checked()).isEqualTo(2);
        assertThat(verifier.verify(3, null).faults()).isEmpty();
        assertThat(verifier.verify(9, null).faults()).containsExactly(new Fault(9, "entry 9 is missing"));
    }

    @Test
    void each_field_that_was_changed_is_noticed() {
        SealedEntry third = chain.entries.get(2);
        for (SealedEntry changed : List.of(
                changed(third, "user:other", third.resource(), 200, third.salt()),
                changed(third, "user:fin-1", "/api/orders/o-2", 200, third.salt()),
                changed(third, "user:fin-1", third.resource(), 403, third.salt()),
                changed(third, "user:fin-1", third.resource(), 200, "other-salt"),
                changed(third, null, third.resource(), 200, third.salt()),
                changed(third, "user:fin-1", third.resource(), 200, null))) {
            chain.entries.set(2, changed);
            assertThat(verifier.verify(0, null).faults())
                    .as("%s", changed)
                    .singleElement()
                    .extracting(Fault::sequence)
                    .isEqualTo(3L);
        }
    }

    @Test
    void a_forgotten_person_leaves_an_intact_chain() {
        SealedEntry third = chain.entries.get(2);
        chain.entries.set(2, changed(third, null, third.resource(), 200, null));

        assertThat(verifier.verify(0, null).faults()).isEmpty();
        assertThat(verifier.verify(0, null).forgotten()).isEqualTo(1);
    }

    @Test
    void an_entry_that_was_removed_is_noticed() {
        chain.entries.remove(2);

        assertThat(verifier.verify(0, null).faults()).containsExactly(new Fault(4, "entry 3 is missing"));
    }

    @Test
    void an_entry_that_was_made_anew_breaks_the_link_of_the_next() {
        chain.entries.set(2, SealedEntry.behind(chain.entries.get(1).hash(), 3, entry("aud_forged"), "salt"));

        assertThat(verifier.verify(0, null).faults())
                .containsExactly(new Fault(4, "its hash of the entry before is not that entry's hash"));
    }

    @Test
    void a_chain_that_was_cut_or_made_anew_is_noticed_by_a_known_link() {
        Link known = verifier.verify(0, null).last();
        chain.entries.remove(4);

        assertThat(verifier.verify(0, null).faults()).isEmpty();
        assertThat(verifier.verify(0, known).faults())
                .containsExactly(new Fault(5, "the entry with the known hash is not there"));
        chain.append(List.of(entry("aud_forged")));
        assertThat(verifier.verify(0, known).faults()).hasSize(1);
    }

    @Test
    void a_chain_that_was_cut_is_noticed_by_the_head_that_the_machine_keeps() {
        SealedEntry first = chain.entries.get(0);
        journal.keepHead(new ChainHead(first.hash(), 5, chain.entries.get(4).hash()));
        assertThat(verifier.verify(0, null).faults()).isEmpty();

        chain.entries.remove(4);
        Fault cut = new Fault(5, "the last entry that this machine has stored is not there");
        assertThat(verifier.verify(0, null).faults()).containsExactly(cut);
        chain.append(List.of(entry("aud_forged")));
        assertThat(verifier.verify(0, null).faults()).containsExactly(cut);
    }

    @Test
    void the_head_of_a_store_that_is_no_longer_there_says_nothing_about_a_new_one() {
        journal.keepHead(new ChainHead("f".repeat(64), 9, "e".repeat(64)));

        assertThat(verifier.verify(0, null).faults()).isEmpty();
    }

    private static SealedEntry changed(
            SealedEntry entry, @Nullable String actor, String resource, int status, @Nullable String salt) {
        return new SealedEntry(
                entry.sequence(),
                entry.id(),
                entry.at(),
                actor,
                entry.operation(),
                resource,
                entry.outcome(),
                status,
                entry.correlationId(),
                salt,
                entry.actorDigest(),
                entry.resourceDigest(),
                entry.previous(),
                entry.hash());
    }
}
