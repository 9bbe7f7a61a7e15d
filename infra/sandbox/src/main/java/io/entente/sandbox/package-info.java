/** All of Entente in one JVM, for trying it out: broker, store, mail server and the services, started by one command. */
@NullMarked
package io.entente.sandbox;

import org.jspecify.annotations.NullMarked;
