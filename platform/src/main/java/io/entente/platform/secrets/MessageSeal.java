package io.entente.platform.secrets;

import java.util.Base64;

/**
 * Encrypts what a service hands to another one for a single message, such as an address. Both services have the keyset. Each message
 * has a data key of its own, bound to the message's id, so that nobody can move an address to another message.
 */
public final class MessageSeal {

    private static final String PLACE = "message";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private final KeyWrapping wrapping;

    public MessageSeal(KeyWrapping wrapping) {
        this.wrapping = wrapping;
    }

    /** @return {@code <id of the wrapping key>.<wrapped key>.<content>}, the last two in URL-safe Base64 */
    public String seal(String messageId, String text) {
        WrappedKey key = wrapping.create(messageId);
        byte[] content = wrapping.open(messageId, key).encrypt(text, PLACE);
        return "%d.%s.%s"
                .formatted(key.wrappedBy(), ENCODER.encodeToString(key.bytes()), ENCODER.encodeToString(content));
    }

    /** @throws IllegalStateException if the text was changed, belongs to another message, or the keyset lacks its key */
    public String open(String messageId, String sealed) {
        String[] parts = sealed.split("\\.");
        if (parts.length != 3) {
            throw new IllegalStateException("The sealed text of %s must have three parts".formatted(messageId));
        }
        try {
            WrappedKey key = new WrappedKey(DECODER.decode(parts[1]), Integer.parseInt(parts[0]));
            return wrapping.open(messageId, key).decrypt(DECODER.decode(parts[2]), PLACE);
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalStateException("The sealed text of %s is damaged".formatted(messageId), unreadable);
        }
    }
}
