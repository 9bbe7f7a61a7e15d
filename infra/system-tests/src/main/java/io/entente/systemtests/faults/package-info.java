/** Faults that are loaded into a service's process beside its jar and stop it at an exact point. */
@NullMarked
package io.entente.systemtests.faults;

import org.jspecify.annotations.NullMarked;
