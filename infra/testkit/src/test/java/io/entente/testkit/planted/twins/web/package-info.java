/** Planted beans. */
@NullMarked
package io.entente.testkit.planted.twins.web;

import org.jspecify.annotations.NullMarked;
