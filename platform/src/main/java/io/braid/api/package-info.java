/** JSON over HTTP, one file per resource. */
@NullMarked
package io.braid.api;

import org.jspecify.annotations.NullMarked;
