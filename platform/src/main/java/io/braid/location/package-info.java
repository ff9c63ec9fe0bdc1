/** Every place that can fulfil, owned or vendor: hours, cut-off, capacity, attributes; postal codes. */
@NullMarked
package io.braid.location;

import org.jspecify.annotations.NullMarked;
