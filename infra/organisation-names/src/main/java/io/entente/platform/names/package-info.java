/** The forms in which names of organisations are compared: for keys, and to find spellings of one name. */
@NullMarked
package io.entente.platform.names;

import org.jspecify.annotations.NullMarked;
