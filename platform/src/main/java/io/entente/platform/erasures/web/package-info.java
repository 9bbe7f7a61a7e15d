/** Erasures over HTTP, in each service that has something to erase. */
@NullMarked
package io.entente.platform.erasures.web;

import org.jspecify.annotations.NullMarked;
