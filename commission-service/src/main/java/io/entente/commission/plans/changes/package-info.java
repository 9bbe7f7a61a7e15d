/** Changes of the program's plans: who asked for them, who decided, and from when they may apply. */
@NullMarked
package io.entente.commission.plans.changes;

import org.jspecify.annotations.NullMarked;
