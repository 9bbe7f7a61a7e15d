package io.entente.commission.stream;

import io.entente.platform.events.consume.EventConsumers;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Subscribes to {@code referral.events}. */
@Configuration(proxyBeanMethods = false)
class ReferralEventsConfiguration {

    @Bean
    Consumer<Message<List<byte[]>>> referralEvents(
            EventConsumers consumers,
            DealClosedListener dealClosed,
            ReferralSubmittedListener referralSubmitted,
            DealCorrectedListener dealCorrected,
            DealReversedListener dealReversed,
            ConsentRecordedListener consentRecorded,
            ReferralStageListener stages) {
        var events = consumers
                .named("referralEvents")
                .onBatch("referral.deal-closed.v1", DealClosed.class, dealClosed)
                .on("referral.referral-submitted.v1", ReferralSubmitted.class, referralSubmitted)
                .on("referral.deal-corrected.v1", DealCorrected.class, dealCorrected)
                .on("referral.deal-reversed.v1", DealReversed.class, dealReversed)
                .on("referral.consent-recorded.v1", ConsentRecorded.class, consentRecorded);
        for (String type : ReferralStageListener.types()) {
            events = events.on(type, ReferralMoved.class, stages);
        }
        return events.inBatches();
    }
}
