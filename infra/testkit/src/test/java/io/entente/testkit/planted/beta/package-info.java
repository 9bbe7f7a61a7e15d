/** A planted feature. */
@NullMarked
package io.entente.testkit.planted.beta;

import org.jspecify.annotations.NullMarked;
