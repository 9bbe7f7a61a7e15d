package io.entente.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every event comes again: twice on its topic, and all from the beginning. Nobody notices. */
@ExtendWith(ClusterExtension.class)
class RedeliveredRecordsIT {

    private static final List<String> CONSUMERS = List.of(Cluster.REFERRAL, Cluster.COMMISSION, Cluster.NOTIFICATION);

    private final Cluster cluster;
    private Model model;
    private State before;
    private int mailsBefore;

    RedeliveredRecordsIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @BeforeEach
    void some_history() {
        Load load = new Load(cluster, Seed.of("RedeliveredRecordsIT"))
                .prepare(3, 12)
                .start(20);
        await("history").atMost(Duration.ofSeconds(60)).until(() -> load.acknowledgedDeals() >= 60);
        model = load.stop();
        Checks.everythingHolds(cluster, model);
        mailsArrived();
        before = State.of(cluster, model.partners());
        mailsBefore = cluster.mail().getReceivedMessages().length;
        assertThat(before.commissions()).isNotEmpty();
        assertThat(before.notifications()).isNotEmpty();
        assertThat(mailsBefore).isPositive();
    }

    @Test
    void every_record_delivered_twice_and_all_replayed_from_the_beginning_changes_nothing() {
        Replay replay = new Replay(cluster);
        assertThat(replay.publishAgain(Topics.PARTNER_PROFILES)).isPositive();
        assertThat(replay.publishAgain(Topics.REFERRAL_EVENTS)).isPositive();
        assertThat(replay.publishAgain(Topics.COMMISSION_EVENTS)).isPositive();
        nothingChanged();

        CONSUMERS.forEach(name -> cluster.service(name).close());
        CONSUMERS.forEach(replay::fromTheBeginning);
        CONSUMERS.forEach(name -> cluster.service(name).launch());
        CONSUMERS.forEach(name -> cluster.service(name).awaitReady());
        nothingChanged();

        // Into an empty database: the same commissions and balances, though nothing was there to recognise a deal by.
        ServiceProcess commission = cluster.service(Cluster.COMMISSION);
        commission.close();
        replay.withoutLedger();
        commission.start();
        Checks.everythingHolds(cluster, model);
        State after = State.of(cluster, model.partners());
        assertThat(after.balances()).isEqualTo(before.balances());
        assertThat(after.ledger()).isEqualTo(before.ledger());
        assertThat(after.commissions().keySet()).isEqualTo(before.commissions().keySet());
    }

    private void nothingChanged() {
        Checks.everythingHolds(cluster, model);
        mailsArrived();
        assertThat(State.of(cluster, model.partners())).isEqualTo(before);
        assertThat(cluster.mail().getReceivedMessages()).hasSize(mailsBefore);
    }

    /** Until no inbox has a mail that waits to be sent. */
    private void mailsArrived() {
        await("mails")
                .atMost(Duration.ofSeconds(60))
                .until(() -> State.of(cluster, model.partners()).notifications().values().stream()
                        .noneMatch(notification ->
                                notification.path("channels").toString().contains("PENDING")));
    }
}
