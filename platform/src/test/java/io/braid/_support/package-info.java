/** What the tests of all modules share: databases, a running Braid, a clock that can be turned. */
@NullMarked
package io.braid._support;

import org.jspecify.annotations.NullMarked;
