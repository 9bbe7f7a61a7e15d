package io.entente.referral.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.crm.CrmDeal.StageChange;
import io.entente.referral.crm.DealChange.Incident;
import io.entente.referral.crm.waiting.Wait;
import io.entente.referral.crm.waiting.WaitReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CrmDealTest {

    private static final Instant NOW = Instant.parse("2026-03-31T09:30:00Z");

    @Property(tries = 200)
    void a_deal_is_the_same_whatever_the_order_and_number_of_deliveries(
            @ForAll @IntRange(min = 1, max = 30) int count, @ForAll long seed) {
        List<DealChange> changes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            changes.add(change(i));
        }
        CrmDeal inOrder = heard(changes);
        List<DealChange> shuffled = new ArrayList<>(changes);
        shuffled.addAll(changes.subList(0, count / 2));
        Collections.shuffle(shuffled, new Random(seed));

        CrmDeal anyhow = heard(shuffled);

        assertThat(anyhow.facts()).isEqualTo(inOrder.facts());
        assertThat(anyhow.waiting()).isEqualTo(inOrder.waiting());
    }

    /** Each change of stage is taken as soon as it is the last one, as {@link ReferralFollows} does it between requests. */
    @Property(tries = 500)
    void the_last_values_of_the_crm_count_whatever_the_order_number_and_batches_of_deliveries(
            @ForAll @IntRange(min = 1, max = 20) int count, @ForAll long seed) {
        Random random = new Random(seed);
        List<DealChange> changes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            changes.add(random.nextInt(4) == 0 ? cleared(i) : change(i));
        }
        List<DealChange> sent = new ArrayList<>(changes);
        sent.addAll(changes.subList(0, count / 2));
        Collections.shuffle(sent, random);
        CrmDeal deal = CrmDeal.firstHeardOf(Crm.GENERIC, "D-1", NOW);
        List<String> taken = new ArrayList<>();
        while (!sent.isEmpty()) {
            List<DealChange> batch = sent.subList(0, 1 + random.nextInt(sent.size()));
            for (DealChange change : batch) {
                deal = deal.hasSeen(change) ? deal : deal.heard(change, NOW);
            }
            batch.clear();
            if (!deal.waiting().isEmpty()) {
                StageChange last = deal.waiting().get(deal.waiting().size() - 1);
                taken.add(last.stage());
                deal = CrmDealDraft.of(deal).taken(last).waiting(List.of()).deal();
            }
        }

        DealChange last = changes.get(count - 1);
        String amount = last.facts().get(DealFact.AMOUNT);
        assertThat(deal.latestStage()).isEqualTo(last.stage());
        assertThat(taken.get(taken.size() - 1)).isEqualTo(last.stage());
        assertThat(deal.fact(DealFact.AMOUNT)).isEqualTo(amount.isEmpty() ? null : amount);
    }

    @Test
    void a_gap_after_a_deletion_hides_neither_the_one_nor_the_other() {
        CrmDeal deal = CrmDeal.firstHeardOf(Crm.SALESFORCE, "006", NOW)
                .heard(incident("e1", 10, Incident.deleted()), NOW)
                .heard(incident("e2", 20, Incident.withoutDetails("the change GAP_UPDATE")), NOW);

        assertThat(deal.waits())
                .extracting(Wait::reason)
                .containsExactly(WaitReason.DELETED_IN_CRM, WaitReason.DETAILS_MISSING);
        assertThat(deal.isGone()).isTrue();
        assertThat(deal.notes()).extracting(CrmDeal.Note::text).anyMatch(text -> text.contains("was deleted"));

        CrmDeal restored = deal.heard(incident("e3", 30, Incident.restored()), NOW);
        assertThat(restored.isGone()).isFalse();
        assertThat(restored.waits()).extracting(Wait::reason).containsExactly(WaitReason.DETAILS_MISSING);
    }

    @Test
    void a_restoration_without_details_ends_a_deletion_and_is_listed() {
        CrmDeal deal = CrmDeal.firstHeardOf(Crm.SALESFORCE, "006", NOW)
                .heard(incident("e1", 10, Incident.deleted()), NOW)
                .heard(incident("e2", 20, Incident.restoredWithoutDetails("the change GAP_UNDELETE")), NOW);

        assertThat(deal.isGone()).isFalse();
        assertThat(deal.waits()).extracting(Wait::reason).containsExactly(WaitReason.DETAILS_MISSING);
    }

    @Test
    void a_merge_and_a_deletion_of_the_same_deal_are_both_told_in_whatever_order_they_come() {
        List<DealChange> changes =
                List.of(incident("e1", 10, Incident.merged("72")), incident("e2", 20, Incident.deleted()));

        for (List<DealChange> order : List.of(changes, List.of(changes.get(1), changes.get(0)))) {
            CrmDeal deal = CrmDeal.firstHeardOf(Crm.HUBSPOT, "71", NOW);
            for (DealChange change : order) {
                deal = deal.heard(change, NOW);
            }
            assertThat(deal.waits()).singleElement().satisfies(wait -> {
                assertThat(wait.reason()).isEqualTo(WaitReason.MERGED_IN_CRM);
                assertThat(wait.explanation()).contains("deal 72 remains").contains("was deleted");
            });
            assertThat(deal.incident().mergedInto()).isEqualTo("72");
        }
    }

    @Test
    void a_deletion_after_a_merge_that_was_dismissed_is_listed_and_the_deal_that_remains_stays_known() {
        CrmDeal merged =
                CrmDeal.firstHeardOf(Crm.HUBSPOT, "71", NOW).heard(incident("e1", 10, Incident.merged("72")), NOW);
        CrmDeal dismissed =
                CrmDealDraft.of(merged).incident(merged.incident().heldAs(null)).deal();

        CrmDeal deal = dismissed.heard(incident("e2", 20, Incident.deleted()), NOW);

        assertThat(deal.waits()).extracting(Wait::reason).containsExactly(WaitReason.DELETED_IN_CRM);
        assertThat(deal.incident().mergedInto()).isEqualTo("72");
    }

    private static DealChange incident(String eventId, int second, Incident incident) {
        return DealChange.of("71", eventId, at(second), incident);
    }

    @Test
    void a_stage_that_is_older_than_the_last_one_that_was_taken_is_noted_and_does_not_wait() {
        CrmDeal deal = CrmDealDraft.of(CrmDeal.firstHeardOf(Crm.GENERIC, "D-1", NOW))
                .taken(new StageChange("contractsent", at(20)))
                .deal();

        CrmDeal late = deal.heard(change(10), NOW);

        assertThat(late.waiting()).isEmpty();
        assertThat(late.notes().get(0).text())
                .isEqualTo(
                        "arrived late and was not applied, because the later stage contractsent has been handled already");
        assertThat(late.latestStage()).isEqualTo("contractsent");
        assertThat(late.fact(DealFact.AMOUNT)).isEqualTo("10");
        assertThat(deal.heard(change(20), NOW).waiting()).as("at the same time").hasSize(1);
    }

    @Test
    void changes_of_the_same_time_have_the_order_that_the_crm_tells_whatever_the_order_of_arrival() {
        DealChange first = ordered("first", "lost", "1");
        DealChange second = ordered("second", "won", "2");
        CrmDeal none = CrmDeal.firstHeardOf(Crm.SALESFORCE, "006", NOW);

        CrmDeal inOrder = none.heard(first, NOW).heard(second, NOW);
        CrmDeal reversed = none.heard(second, NOW).heard(first, NOW);
        CrmDeal taken = CrmDealDraft.of(none.heard(second, NOW))
                .taken(none.heard(second, NOW).waiting().get(0))
                .waiting(List.of())
                .deal();

        assertThat(inOrder.latestStage()).isEqualTo("won");
        assertThat(reversed.latestStage()).isEqualTo("won");
        assertThat(reversed.fact(DealFact.AMOUNT)).isEqualTo("2");
        assertThat(taken.heard(first, NOW).waiting())
                .as("older than the one that was taken")
                .isEmpty();
    }

    private static DealChange ordered(String event, String stage, String order) {
        return new DealChange(
                "006", event, NOW, stage, Map.of(DealFact.AMOUNT, order), null, null, "0000/" + order, null);
    }

    @Test
    void a_deal_is_bounded_and_keeps_the_latest_changes() {
        CrmDeal deal = CrmDeal.firstHeardOf(Crm.GENERIC, "D-1", NOW);
        for (int i = 0; i < 300; i++) {
            deal = deal.heard(change(i), NOW);
        }

        assertThat(deal.waiting()).hasSize(CrmDeal.MAX_WAITING);
        assertThat(deal.waiting().get(CrmDeal.MAX_WAITING - 1)).isEqualTo(new StageChange("stage 299", at(299)));
        assertThat(deal.seen()).hasSize(CrmDeal.MAX_SEEN);
        assertThat(deal.hasSeen(change(299))).isTrue();
        assertThat(deal.hasSeen(change(99))).isFalse();
    }

    private static CrmDeal heard(List<DealChange> changes) {
        CrmDeal deal = CrmDeal.firstHeardOf(Crm.GENERIC, "D-1", NOW);
        for (DealChange change : changes) {
            deal = deal.hasSeen(change) ? deal : deal.heard(change, NOW);
        }
        return deal;
    }

    private static DealChange change(int number) {
        return new DealChange(
                "D-1",
                "event " + number,
                at(number),
                "stage " + number,
                Map.of(DealFact.AMOUNT, Integer.toString(number)),
                null);
    }

    private static DealChange cleared(int number) {
        return new DealChange(
                "D-1", "event " + number, at(number), "stage " + number, Map.of(DealFact.AMOUNT, ""), null);
    }

    private static Instant at(int number) {
        return NOW.plusSeconds(number);
    }
}
