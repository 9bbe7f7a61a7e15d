/** Plays a small partner program through the public API of the services. */
@NullMarked
package io.entente.sandbox.demo;

import org.jspecify.annotations.NullMarked;
