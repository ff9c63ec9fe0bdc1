/** Mails: written in the transaction that causes them, sent afterwards, or kept for a person to carry. */
@NullMarked
package io.braid.mail;

import org.jspecify.annotations.NullMarked;
