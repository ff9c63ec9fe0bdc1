/** The routing engine: a strategy and a question in, a plan with its reasons out. */
@NullMarked
package io.braid.routing;

import org.jspecify.annotations.NullMarked;
