package io.entente.partner.partnership;

import java.util.function.UnaryOperator;

/**
 * The free texts that a feature stores about partners. Each feature with such texts has a bean of this type, so that no erasure forgets
 * one.
 */
public interface TextsAboutPartners {

    /** Removes all of a partner's texts, and whatever else in this feature identifies it. Repeating it changes nothing. */
    void eraseTexts(PartnerId partner);

    /**
     * Removes one person from a partner's texts. Repeating it changes nothing.
     *
     * @param withoutPerson returns a text without what names the person, and a text that doesn't name it as it is
     */
    void redactTexts(PartnerId partner, UnaryOperator<String> withoutPerson);
}
