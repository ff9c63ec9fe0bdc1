package io.braid.criteria;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.cel.runtime.CelRuntimeFactory;
import io.braid.criteria.CriteriaRefusal.InvalidExpression;
import io.braid.kernel.Fault;
import io.braid.kernel.Outcome;
import io.braid.routing.Lexicon;
import io.braid.routing.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compiles expressions (CEL) whose names are the fields of the vocabulary, each with its type. Numbers are decimals and
 * mix with whole ones. An expression is bounded in length, nesting and repetitions; one that cannot be worked out,
 * because something is missing or does not fit, has no value.
 */
final class Expressions {
    static final int LENGTH_MAX = 2_000;

    /** Deeper nesting is not written by people. */
    private static final int NESTING_MAX = 32;

    /** Steps of all loops of one evaluation: lists of groups are short, and each step is paid per candidate. */
    private static final int LOOP_STEPS_MAX = 200;

    private static final int FAULTS_MAX = 20;
    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(LENGTH_MAX)
            .maxParseRecursionDepth(NESTING_MAX)
            .comprehensionMaxIterations(LOOP_STEPS_MAX)
            .maxRegexProgramSize(1_000)
            .enableHeterogeneousNumericComparisons(true)
            .build();
    private static final List<String> ARITHMETIC = List.of("_+_", "_-_", "_*_", "_/_");

    private final Set<String> names = new HashSet<>();
    private final CelCompiler compiler;
    private final CelRuntime runtime;

    Expressions() {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS);
        for (Vocabulary.Variable variable : Vocabulary.variables()) {
            builder.addVar(variable.name(), type(variable.type()));
            names.add(variable.name());
        }
        CelRuntimeBuilder run = CelRuntimeFactory.legacyCelRuntimeBuilder().setOptions(OPTIONS);
        ARITHMETIC.forEach(operator -> mix(operator, builder, run));
        this.compiler = builder.build();
        this.runtime = run.build();
    }

    private static CelType type(Vocabulary.Variable.Type type) {
        return switch (type) {
            case TEXT -> NullableType.create(SimpleType.STRING);
            case NUMBER -> NullableType.create(SimpleType.DOUBLE);
            case BOOLEAN -> NullableType.create(SimpleType.BOOL);
            case TEXTS -> ListType.create(SimpleType.STRING);
            case ATTRIBUTES -> MapType.create(SimpleType.STRING, SimpleType.DYN);
        };
    }

    /** The language keeps whole and decimal numbers apart; people who write {@code available * 2} do not. */
    private static void mix(String operator, CelCompilerBuilder builder, CelRuntimeBuilder run) {
        builder.addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(
                operator,
                CelOverloadDecl.newGlobalOverload(
                        operator + "double_int", SimpleType.DOUBLE, SimpleType.DOUBLE, SimpleType.INT),
                CelOverloadDecl.newGlobalOverload(
                        operator + "int_double", SimpleType.DOUBLE, SimpleType.INT, SimpleType.DOUBLE)));
        run.addFunctionBindings(
                CelFunctionBinding.from(
                        operator + "double_int", Double.class, Long.class, (a, b) -> worked(operator, a, b)),
                CelFunctionBinding.from(
                        operator + "int_double", Long.class, Double.class, (a, b) -> worked(operator, a, b)));
    }

    private static double worked(String operator, double a, double b) {
        return switch (operator) {
            case "_+_" -> a + b;
            case "_-_" -> a - b;
            case "_*_" -> a * b;
            default -> a / b;
        };
    }

    /** A compiled expression: what kind of value it has, what it reads, how it is worked out. */
    record Compiled(Lexicon.Kind kind, Set<String> reads, Lexicon.Formula formula) {}

    Outcome<Compiled> compile(String expression) {
        CelValidationResult checked = compiler.compile(expression);
        if (checked.hasError()) {
            return Outcome.refused(new InvalidExpression(checked.getErrors().stream()
                    .limit(FAULTS_MAX)
                    .map(Expressions::fault)
                    .toList()));
        }
        try {
            CelAbstractSyntaxTree tree = checked.getAst();
            Lexicon.Kind kind = kind(tree.getResultType());
            if (kind == null) {
                return unusable(tree.getResultType().name());
            }
            List<Fault> patterns = Patterns.faults(tree);
            if (!patterns.isEmpty()) {
                return Outcome.refused(new InvalidExpression(patterns));
            }
            Compiled compiled = new Compiled(kind, reads(tree), new CelFormula(runtime.createProgram(tree)));
            boolean never = compiled.reads.isEmpty() && compiled.formula.value(name -> null) == null;
            return never || Patterns.dividesByNothing(tree)
                    ? Outcome.refused(new InvalidExpression(List.of(new Fault(
                            "/expression",
                            "it can never be worked out: it divides by zero, or its values do not fit"))))
                    : Outcome.done(compiled);
        } catch (CelValidationException | CelEvaluationException e) {
            return Outcome.refused(
                    new InvalidExpression(List.of(new Fault("/expression", String.valueOf(e.getMessage())))));
        }
    }

    private static Fault fault(CelIssue issue) {
        String place = "line " + issue.getSourceLocation().getLine() + ", column "
                + (issue.getSourceLocation().getColumn() + 1);
        return new Fault("/expression", place + ": " + issue.getMessage());
    }

    private static Outcome<Compiled> unusable(String type) {
        return Outcome.refused(new InvalidExpression(List.of(new Fault(
                "/expression",
                "its value is of type " + type + "; rules need a text, a number, true or false. For an attribute say"
                        + " which: string(…), double(…) or a comparison"))));
    }

    private static Lexicon.@Nullable Kind kind(CelType type) {
        CelType plain = type instanceof NullableType nullable ? nullable.targetType() : type;
        if (plain.equals(SimpleType.DOUBLE) || plain.equals(SimpleType.INT) || plain.equals(SimpleType.UINT)) {
            return Lexicon.Kind.NUMBER;
        }
        if (plain.equals(SimpleType.STRING)) {
            return Lexicon.Kind.TEXT;
        }
        return plain.equals(SimpleType.BOOL) ? Lexicon.Kind.BOOLEAN : null;
    }

    private Set<String> reads(CelAbstractSyntaxTree tree) {
        List<String> read = new ArrayList<>();
        tree.getReferenceMap().values().forEach(reference -> read.add(reference.name()));
        read.retainAll(names);
        return Set.copyOf(new HashSet<>(read));
    }
}
