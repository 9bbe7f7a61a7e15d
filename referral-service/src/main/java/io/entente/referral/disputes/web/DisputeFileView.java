package io.entente.referral.disputes.web;

import io.entente.referral.disputes.DisputeFile;
import io.entente.referral.disputes.DisputeItem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything on a client between partners, in the order in which it happened.
 *
 * @param conflictId the conflict that was asked for
 * @param client the name of the client's organisation
 * @param parties the partners with an introduction in the file
 * @param createdAt when the file was put together
 * @param deliveries what the items of deliveries say about messages to the partners, and where to find more
 * @param hashing how the hashes are computed
 * @param sha256 the hash of the whole file
 */
public record DisputeFileView(
        String conflictId,
        String client,
        List<PartyView> parties,
        Instant createdAt,
        List<ItemView> items,
        String deliveries,
        String hashing,
        String sha256) {

    private static final String HASHING =
            "The sha256 of an item is that of the JSON object {at, content, id, kind} of the item in UTF-8, with sorted names and"
                    + " without white space (RFC 8785). The sha256 of the file is that of the items' hashes, in order, one a line"
                    + " without a line break at the end.";

    /**
     * A partner in the file.
     *
     * @param name absent if the partner is no longer known
     */
    public record PartyView(String partnerId, @Nullable String name) {

        static PartyView of(DisputeFile.Party party) {
            return new PartyView(party.partnerId(), party.name());
        }
    }

    /**
     * One fact with its hash.
     *
     * @param at when it happened
     * @param content depends on the kind; decimals and times are texts
     * @param sha256 SHA-256 in hexadecimal digits
     */
    public record ItemView(DisputeItem.Kind kind, String id, String at, Map<String, Object> content, String sha256) {

        static ItemView of(DisputeItem item) {
            return new ItemView(item.kind(), item.id(), item.at().toString(), item.content(), item.sha256());
        }
    }

    public static DisputeFileView of(DisputeFile file) {
        return new DisputeFileView(
                file.conflictId(),
                file.client(),
                file.parties().stream().map(PartyView::of).toList(),
                file.at(),
                file.items().stream().map(ItemView::of).toList(),
                DisputeFile.ON_DELIVERIES,
                HASHING,
                file.sha256());
    }
}
