package io.entente.partner.partnership.web;

import io.entente.partner.partnership.Contact;
import io.entente.partner.partnership.details.ContactLevel;
import io.entente.platform.web.constraints.ProgramLocale;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A person at the partner.
 *
 * @param role in the partner's own words
 * @param level what the person is for the partnership
 * @param locale the language of messages to the person; that of the partner if it is missing
 * @param notificationEmail where the person gets messages of the program; {@code email} if it is missing
 */
record ContactRequest(
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Email @Size(max = 254) String email,
        @NotBlank @Size(max = 100) String role,
        @Nullable ContactLevel level,
        @Nullable @ProgramLocale String locale,
        @Nullable @Email @Size(min = 3, max = 254) String notificationEmail) {

    /** @param id within the partner; empty if the partner numbers it */
    Contact toContact(String id) {
        return new Contact(id, name.strip(), email, role, level, locale, notificationEmail);
    }
}
