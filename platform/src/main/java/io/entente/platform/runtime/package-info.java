/** How an Entente service starts and what it configures the same way as every other. */
@NullMarked
package io.entente.platform.runtime;

import org.jspecify.annotations.NullMarked;
