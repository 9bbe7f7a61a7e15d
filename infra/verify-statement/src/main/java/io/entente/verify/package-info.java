/** Checks statements without the service that issued them. */
@NullMarked
package io.entente.verify;

import org.jspecify.annotations.NullMarked;
