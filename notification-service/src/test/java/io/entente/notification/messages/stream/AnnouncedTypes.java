package io.entente.notification.messages.stream;

import java.util.List;

/** Gives tests of other packages the wire types that the service announces. */
public final class AnnouncedTypes {

    private AnnouncedTypes() {}

    public static List<String> sorted() {
        return EventCatalogue.wireTypes().stream().sorted().toList();
    }
}
