/** Planted beans. */
@NullMarked
package io.entente.testkit.planted.twins.stream;

import org.jspecify.annotations.NullMarked;
