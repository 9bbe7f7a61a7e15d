/** BSON for what is written often and in bulk. */
@NullMarked
package io.entente.messaging.bson;

import org.jspecify.annotations.NullMarked;
