package io.braid.api;

import org.jspecify.annotations.Nullable;

/** Money in a request: {@code {"amount": "12.50", "currency": "USD"}}, the amount a text. */
public record MoneyField(@Nullable String amount, @Nullable String currency) {}
