/** Planted beans. */
@NullMarked
package io.entente.testkit.planted.beans;

import org.jspecify.annotations.NullMarked;
