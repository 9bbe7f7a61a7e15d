/** What is kept as one document, changed whole, and read from memory. */
@NullMarked
package io.entente.messaging.book;

import org.jspecify.annotations.NullMarked;
