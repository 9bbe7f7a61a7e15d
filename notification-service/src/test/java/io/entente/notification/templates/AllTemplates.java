package io.entente.notification.templates;

import java.util.Set;

/** Gives tests of other packages the names of all templates. */
public final class AllTemplates {

    private AllTemplates() {}

    public static Set<String> names() {
        return Layouts.names();
    }
}
