package io.entente.platform.secrets;

/**
 * When a plain text is accepted in the place of an encrypted field ({@code entente.secrets.plain-text}). Somebody who can write to the
 * database, but has no key, can put one there.
 */
public enum PlainText {
    /** Until the documents from before fields were encrypted have been encrypted. */
    UNTIL_ENCRYPTED,
    /** From the start, for a database that has been encrypted from its beginning. Nothing is encrypted afterwards. */
    NEVER,
    /** For the time in which instances of a version that didn't encrypt still run. */
    ALWAYS
}
