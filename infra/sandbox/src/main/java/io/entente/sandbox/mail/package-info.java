/** A mail server that delivers nowhere, and a page that shows what it was given. */
@NullMarked
package io.entente.sandbox.mail;

import org.jspecify.annotations.NullMarked;
