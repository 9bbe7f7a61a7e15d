package io.entente.referral.clocks.mongo;

import io.entente.referral.referral.facts.Client;
import io.entente.referral.sla.SlaBoard.Entry;
import io.entente.referral.sla.SlaClock;
import java.util.List;
import java.util.stream.Stream;

/** What a list of clocks needs of a referral. */
final class ClockRow {

    private ClockRow() {}

    /** With one clock, as {@code $unwind} returns it. */
    record One(String id, String partnerId, Client client, String service, SlaClock clocks) {

        Entry toEntry() {
            return new Entry(id, partnerId, client.organisation(), service, clocks);
        }
    }

    /** The client without its contact, which is encrypted. */
    record ClientRow(String organisation) {}

    /** With all clocks. */
    record All(String id, String partnerId, ClientRow client, String service, List<SlaClock> clocks) {

        Stream<Entry> toEntries() {
            return clocks.stream().map(clock -> new Entry(id, partnerId, client.organisation(), service, clock));
        }
    }
}
