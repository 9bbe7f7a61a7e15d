/** BSON for what is written often and in bulk. */
@NullMarked
package io.entente.platform.events.bson;

import org.jspecify.annotations.NullMarked;
