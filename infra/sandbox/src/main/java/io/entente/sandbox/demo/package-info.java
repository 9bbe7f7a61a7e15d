/** A small partner program, played through the services' public API. */
@NullMarked
package io.entente.sandbox.demo;

import org.jspecify.annotations.NullMarked;
