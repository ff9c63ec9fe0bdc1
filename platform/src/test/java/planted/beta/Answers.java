package planted.beta;

/** Planted: used by another module. */
public record Answers(String text) {}
