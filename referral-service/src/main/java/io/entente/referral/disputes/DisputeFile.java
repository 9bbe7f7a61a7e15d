package io.entente.referral.disputes;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything on a client between partners, in the order in which it happened.
 *
 * @param conflictId the conflict that was asked for
 * @param client the client as the holder of that conflict named it
 * @param parties the partners with an introduction in the file
 * @param at when the file was put together
 * @param sha256 of the hashes of all items, in order, one a line without a line break at the end
 */
public record DisputeFile(
        String conflictId, String client, List<Party> parties, Instant at, List<DisputeItem> items, String sha256) {

    /** The maximum number of items of a file. A file that left something out would prove nothing, so there is none beyond this. */
    public static final int MAX_ITEMS = 2_000;

    /** What the items of deliveries say, and what they can't say, in words for the file's readers. */
    public static final String ON_DELIVERIES =
            "Each item of the kind EVENT with an eventId was published on the topic referral.events under the key of the partner, at"
                    + " most moments after its time. Each item of the kind DELIVERY says how a message to a partner ended over one"
                    + " channel, and names the event that it told. EMAIL with the result DELIVERED means that the mail server accepted"
                    + " the mail. A mail that is still being attempted has no item yet. The texts, every attempt and the messages from"
                    + " before deliveries were reported are in the delivery log of notification-service:"
                    + " GET /api/notifications?partnerId=.";

    public DisputeFile {
        parties = List.copyOf(parties);
        items = List.copyOf(items);
    }

    /**
     * A partner in the file.
     *
     * @param name absent if the partner is no longer known here
     */
    public record Party(String partnerId, @Nullable String name) {}
}
