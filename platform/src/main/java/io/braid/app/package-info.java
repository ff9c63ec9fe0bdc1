/** Main, wiring, configuration and the embedded PostgreSQL. */
@NullMarked
package io.braid.app;

import org.jspecify.annotations.NullMarked;
