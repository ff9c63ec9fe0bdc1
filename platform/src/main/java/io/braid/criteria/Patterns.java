package io.braid.criteria;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import io.braid.kernel.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * What patterns an expression may match texts with. A pattern is built and run for every candidate and line of every
 * order, so it is written out in the expression, short, and small once its repetitions are counted out.
 */
final class Patterns {
    private static final String MATCHES = "matches";
    private static final int CALLS_MAX = 3;
    private static final int LENGTH_MAX = 100;
    private static final int REPEATED_MAX = 100;
    private static final int PROGRAM_MAX = 200;
    private static final java.util.regex.Pattern COUNTED =
            java.util.regex.Pattern.compile("\\{([0-9]{1,9})(?:,([0-9]{0,9}))?}");

    private Patterns() {}

    static List<Fault> faults(CelAbstractSyntaxTree tree) {
        List<CelExpr> calls = CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .map(part -> part.expr())
                .filter(expr -> expr.getKind() == CelExpr.ExprKind.Kind.CALL
                        && expr.call().function().equals(MATCHES))
                .toList();
        List<Fault> faults = new ArrayList<>();
        if (calls.size() > CALLS_MAX) {
            faults.add(fault("it matches patterns " + calls.size() + " times; at most " + CALLS_MAX));
        }
        calls.forEach(call -> fault(call).ifPresent(what -> faults.add(fault(what))));
        return faults;
    }

    /** Whether a division by a zero that is written out is somewhere in it. */
    static boolean dividesByNothing(CelAbstractSyntaxTree tree) {
        return CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .map(part -> part.expr())
                .anyMatch(expr -> expr.getKind() == CelExpr.ExprKind.Kind.CALL
                        && List.of("_/_", "_%_").contains(expr.call().function())
                        && isZero(expr.call().args().getLast()));
    }

    private static boolean isZero(CelExpr expr) {
        if (expr.getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
            return false;
        }
        return switch (expr.constant().getKind()) {
            case INT64_VALUE -> expr.constant().int64Value() == 0;
            case DOUBLE_VALUE -> expr.constant().doubleValue() == 0;
            default -> false;
        };
    }

    private static Fault fault(String what) {
        return new Fault("/expression", what);
    }

    private static Optional<String> fault(CelExpr call) {
        CelExpr pattern = call.call().args().getLast();
        boolean written = pattern.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && pattern.constant().getKind() == CelConstant.Kind.STRING_VALUE;
        return written
                ? tooLarge(pattern.constant().stringValue())
                : Optional.of("the pattern of matches(…) must be a text that is written out");
    }

    private static Optional<String> tooLarge(String pattern) {
        if (pattern.length() > LENGTH_MAX || repeated(pattern) > REPEATED_MAX) {
            return Optional.of("a pattern of matches(…) is too large: at most " + LENGTH_MAX
                    + " characters, and counted repetitions that multiply to at most " + REPEATED_MAX);
        }
        try {
            int size = Pattern.compile(pattern).programSize();
            return size <= PROGRAM_MAX
                    ? Optional.empty()
                    : Optional.of("the pattern '" + pattern + "' takes " + size + " steps; at most " + PROGRAM_MAX);
        } catch (PatternSyntaxException e) {
            return Optional.of("the pattern '" + pattern + "' is not one: " + e.getDescription());
        }
    }

    /** The most that counted repetitions, nested in each other, may come to; more than the limit is as bad as any. */
    private static long repeated(String pattern) {
        long product = 1;
        for (MatchResult counted : COUNTED.matcher(pattern).results().toList()) {
            String most = counted.group(2) == null || counted.group(2).isEmpty() ? counted.group(1) : counted.group(2);
            product = Math.min(REPEATED_MAX + 1, product * Math.max(1, Long.parseLong(most)));
        }
        return product;
    }
}
