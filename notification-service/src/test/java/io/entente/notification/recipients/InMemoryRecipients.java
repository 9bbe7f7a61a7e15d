package io.entente.notification.recipients;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Recipients in a map. */
public final class InMemoryRecipients implements Recipients {

    private final Map<String, Recipient> known = new HashMap<>();

    @Override
    public Optional<Recipient> find(String partnerId) {
        return Optional.ofNullable(known.get(partnerId));
    }

    @Override
    public boolean keep(Recipient recipient) {
        known.put(recipient.partnerId(), recipient);
        return true;
    }

    @Override
    public boolean erase(String partnerId) {
        return known.remove(partnerId) != null;
    }
}
