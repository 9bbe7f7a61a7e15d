/** Runs all of Entente in one JVM with one command, to try it out: broker, store, mail server and services. */
@NullMarked
package io.entente.sandbox;

import org.jspecify.annotations.NullMarked;
