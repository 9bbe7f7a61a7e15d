/** One log for several services: each line says whose it is. */
@NullMarked
package io.entente.sandbox.logging;

import org.jspecify.annotations.NullMarked;
