package planted.alpha;

import planted.beta.Answers;

/** Planted: uses another module. */
public record Asks(Answers answers) {}
