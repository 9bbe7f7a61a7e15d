/** One log for several services, in which each line shows its service. */
@NullMarked
package io.entente.sandbox.logging;

import org.jspecify.annotations.NullMarked;
