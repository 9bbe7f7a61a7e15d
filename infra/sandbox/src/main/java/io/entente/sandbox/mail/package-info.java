/** A mail server that delivers nothing, and a page that shows the mails that it received. */
@NullMarked
package io.entente.sandbox.mail;

import org.jspecify.annotations.NullMarked;
