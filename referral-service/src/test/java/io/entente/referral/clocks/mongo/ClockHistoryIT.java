package io.entente.referral.clocks.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.platform.domain.lists.SortOrder;
import io.entente.referral.ReferralServiceApplication;
import io.entente.referral.sla.SlaBoard.Entry;
import io.entente.referral.sla.SlaBoard.Filter;
import io.entente.referral.sla.SlaBoard.Position;
import io.entente.referral.sla.SlaKind;
import io.entente.referral.sla.SlaState;
import io.entente.testkit.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reads clocks that ended by spans of at most three referrals, so each page needs several of them. */
class ClockHistoryIT {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final int MAX_REFERRALS = 3;

    private static RunningService service;

    @BeforeAll
    static void storeClocksThatEnded() {
        service = RunningService.start(ReferralServiceApplication.service());
        List<Document> referrals = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            referrals.add(referral("a" + i, "par_a", met(SlaKind.RESPONSE, Duration.ofDays(40L * i))));
        }
        // More clocks than a span has, all due at one instant; one referral has two of them.
        for (int i = 0; i < 9; i++) {
            referrals.add(referral("b" + i, "par_b", met(SlaKind.RESPONSE, Duration.ofDays(80))));
        }
        referrals.add(referral(
                "c",
                "par_c",
                met(SlaKind.RESPONSE, Duration.ofDays(80)),
                met(SlaKind.NEXT_UPDATE, Duration.ofDays(80))));
        // A clock that was met beside one that was cancelled within the same span.
        referrals.add(referral(
                "d",
                "par_a",
                met(SlaKind.RESPONSE, Duration.ofDays(400)),
                clock(SlaKind.FIRST_MEETING, SlaState.CANCELLED, Duration.ofDays(41))));
        service.mongo().insert(referrals, MongoClockedReferrals.REFERRALS);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Document referral(String id, String partnerId, Document... clocks) {
        return new Document("_id", "ref_" + id)
                .append("partnerId", partnerId)
                .append("client", new Document("organisation", "Client " + id))
                .append("service", "Data platform")
                .append("clocks", List.of(clocks));
    }

    private static Document met(SlaKind kind, Duration due) {
        return clock(kind, SlaState.MET, due);
    }

    private static Document clock(SlaKind kind, SlaState state, Duration due) {
        return new Document("kind", kind.name())
                .append("state", state.name())
                .append("policy", new Document("code", "response").append("version", 1))
                .append("owner", "role:account-manager")
                .append("startedAt", Date.from(START))
                .append("dueAt", Date.from(START.plus(due)))
                .append("endedAt", Date.from(START))
                .append("steps", List.of());
    }

    @Test
    void pages_of_all_lengths_have_every_clock_once_in_both_directions() {
        List<String> all = new ArrayList<>(List.of("ref_a0 RESPONSE", "ref_a1 RESPONSE", "ref_a2 RESPONSE"));
        IntStream.range(0, 9).forEach(i -> all.add("ref_b" + i + " RESPONSE"));
        all.addAll(List.of("ref_c NEXT_UPDATE", "ref_c RESPONSE"));
        IntStream.range(3, 7).forEach(i -> all.add("ref_a" + i + " RESPONSE"));
        all.add("ref_d RESPONSE");

        for (int limit : List.of(1, 2, 5, 200)) {
            assertThat(pages(null, false, limit)).as("pages of " + limit).isEqualTo(all);
        }
        Collections.reverse(all);
        for (int limit : List.of(1, 2, 5, 200)) {
            assertThat(pages(null, true, limit)).as("pages of " + limit).isEqualTo(all);
        }
    }

    @Test
    void the_clocks_of_a_partner_are_read_by_its_own_index() {
        assertThat(pages("par_a", false, 2))
                .containsExactly(
                        "ref_a0 RESPONSE",
                        "ref_a1 RESPONSE",
                        "ref_a2 RESPONSE",
                        "ref_a3 RESPONSE",
                        "ref_a4 RESPONSE",
                        "ref_a5 RESPONSE",
                        "ref_a6 RESPONSE",
                        "ref_d RESPONSE");
        assertThat(pages("par_c", true, 1)).containsExactly("ref_c RESPONSE", "ref_c NEXT_UPDATE");
    }

    @Test
    void an_export_reads_all_pages() {
        List<String> exported = new ArrayList<>();
        history(null, false).read(entry -> exported.add(name(entry)));

        assertThat(exported).isEqualTo(pages(null, false, 200)).hasSize(19);
    }

    private static List<String> pages(@Nullable String partnerId, boolean isDescending, int limit) {
        List<String> read = new ArrayList<>();
        Position after = null;
        List<Entry> page;
        do {
            page = history(partnerId, isDescending).find(after, limit);
            page.forEach(entry -> read.add(name(entry)));
            after = page.isEmpty() ? null : page.get(page.size() - 1).position(Instant.MAX);
        } while (page.size() == limit);
        return read;
    }

    private static ClockHistory history(@Nullable String partnerId, boolean isDescending) {
        SortOrder order = new SortOrder(Filter.DUE, isDescending);
        Filter met = new Filter(null, SlaState.MET, null, null, null, partnerId, null, order);
        return new ClockHistory(service.mongo(), met, MAX_REFERRALS);
    }

    private static String name(Entry entry) {
        return entry.referralId() + " " + entry.clock().kind();
    }
}
