/** Sends requests that differ from what an OpenAPI document asks for. */
@NullMarked
package io.entente.testkit.fuzz;

import org.jspecify.annotations.NullMarked;
