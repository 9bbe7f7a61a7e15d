/** A planted feature. */
@NullMarked
package io.entente.testkit.planted.alpha;

import org.jspecify.annotations.NullMarked;
