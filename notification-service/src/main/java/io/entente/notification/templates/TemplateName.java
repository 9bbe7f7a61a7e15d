package io.entente.notification.templates;

/**
 * Names the template of a message, such as {@code referral-received}. The English files define which templates exist; see
 * {@link Layouts}.
 */
public record TemplateName(String value) {

    /** @throws IllegalArgumentException if there is no template with this name */
    public TemplateName {
        if (!Layouts.contains(value)) {
            throw new IllegalArgumentException("There is no template " + value);
        }
    }

    public static TemplateName of(String value) {
        return new TemplateName(value);
    }

    /** The key of the subject in the files. */
    String subject() {
        return value + ".subject";
    }

    @Override
    public String toString() {
        return value;
    }
}
