package io.braid.rules;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** What the shape and the names of types and methods must be. */
final class TreeRules extends TreePathScanner<Boolean, String> {
    static final int METHOD_MAX = 40;
    static final int TEST_METHOD_MAX = 60;
    static final int PARAMETERS_MAX = 5;

    private static final String TEST_NAME = "[a-z][a-z0-9]*(_[a-z0-9]+)+";

    private final ParsedSource parsed;
    private final Set<String> sealedCases;
    private final List<Violation> found = new ArrayList<>();

    private TreeRules(ParsedSource parsed, Set<String> sealedCases) {
        this.parsed = parsed;
        this.sealedCases = sealedCases;
    }

    /** The simple names of types that implement a sealed one: who matches them must match all. */
    static Set<String> sealedCases(List<ParsedSource> all) {
        Set<String> sealed = new HashSet<>();
        Map<String, List<String>> parents = new HashMap<>();
        TreePathScanner<Boolean, String> types = new TreePathScanner<>() {
            @Override
            public @Nullable Boolean visitClass(ClassTree type, String in) {
                String name = type.getSimpleName().toString();
                if (type.getModifiers().getFlags().contains(Modifier.SEALED)) {
                    sealed.add(name);
                }
                parents.put(
                        name,
                        type.getImplementsClause().stream()
                                .map(TreeRules::simpleName)
                                .toList());
                return super.visitClass(type, in);
            }
        };
        all.forEach(one -> types.scan(new TreePath(one.unit()), ""));
        return parents.keySet().stream()
                .filter(name -> parents.getOrDefault(name, List.of()).stream().anyMatch(sealed::contains))
                .collect(Collectors.toSet());
    }

    /** {@code Outcome.Done<Order> done} is a Done. */
    private static String simpleName(Tree type) {
        return type.toString().replaceFirst("[(< ].*", "").replaceFirst(".*\\.", "");
    }

    static List<Violation> check(ParsedSource parsed, Set<String> sealedCases) {
        TreeRules rules = new TreeRules(parsed, sealedCases);
        rules.scan(new TreePath(parsed.unit()), parsed.source().path());
        return rules.found;
    }

    @Override
    public @Nullable Boolean visitCompilationUnit(CompilationUnitTree unit, String in) {
        List<? extends Tree> types =
                unit.getTypeDecls().stream().filter(ClassTree.class::isInstance).toList();
        if (types.size() > 1) {
            add(types.get(1), "a second type in the file", "give it a file of its own, or nest it");
        }
        for (Tree type : types) {
            TreePath path = TreePath.getPath(unit, type);
            boolean wiring = parsed.source().fileName().endsWith("Wiring.java");
            if (!parsed.source().isTest() && !wiring && parsed.trees().getDocComment(path) == null) {
                add(
                        type,
                        "a type without a comment",
                        "say in a paragraph what it is, what always holds, what it does not do");
            }
        }
        return super.visitCompilationUnit(unit, in);
    }

    @Override
    public @Nullable Boolean visitClass(ClassTree type, String in) {
        String name = type.getSimpleName().toString();
        for (String complaint : Words.complaintsAboutType(name)) {
            add(type, "the name " + name, complaint);
        }
        return super.visitClass(type, in);
    }

    @Override
    public @Nullable Boolean visitVariable(VariableTree variable, String in) {
        names(variable, variable.getName().toString());
        return super.visitVariable(variable, in);
    }

    @Override
    public @Nullable Boolean visitMethod(MethodTree method, String in) {
        String name = method.getName().toString();
        boolean override = has(method.getModifiers(), "Override");
        if (!override) {
            names(method, name);
        }
        if (!override && name.matches("[gs]et[A-Z].*") && !parsed.source().isTest()) {
            add(method, "the method " + name, "name what it answers or does, without get or set");
        }
        length(method, name);
        if (!override && !isWiring(method)) {
            parameters(method, name);
        }
        if (isTestMethod(method) && !name.matches(TEST_NAME)) {
            add(method, "the test " + name, "make its name a sentence in snake case");
        }
        return super.visitMethod(method, in);
    }

    /** From brace to brace: annotations with tables of cases are not counted. */
    private void length(MethodTree method, String name) {
        if (method.getBody() == null) {
            return;
        }
        int max = parsed.source().isTest() ? TEST_METHOD_MAX : METHOD_MAX;
        int lines = parsed.lastLineOf(method.getBody()) - parsed.lineOf(method.getBody()) + 1;
        if (lines > max) {
            add(method, "the method " + name + " has " + lines + " lines", "split it; the limit is " + max);
        }
    }

    private void parameters(MethodTree method, String name) {
        if (method.getParameters().size() > PARAMETERS_MAX && !parsed.source().isTest()) {
            add(
                    method,
                    name + " has " + method.getParameters().size() + " parameters",
                    "make a record of them; the limit is " + PARAMETERS_MAX);
        }
        boolean open = method.getModifiers().getFlags().contains(Modifier.PUBLIC) && inPublicType();
        for (VariableTree parameter : method.getParameters()) {
            if (open
                    && "boolean".equals(String.valueOf(parameter.getType()))
                    && !parsed.source().isTest()) {
                add(method, name + " takes the boolean " + parameter.getName(), "make two methods or an enum");
            }
        }
    }

    @Override
    public @Nullable Boolean visitSwitch(SwitchTree tree, String in) {
        cases(tree.getCases());
        return super.visitSwitch(tree, in);
    }

    @Override
    public @Nullable Boolean visitSwitchExpression(SwitchExpressionTree tree, String in) {
        cases(tree.getCases());
        return super.visitSwitchExpression(tree, in);
    }

    /** Where types are matched, the compiler must be able to say that one was forgotten. */
    private void cases(List<? extends CaseTree> cases) {
        boolean types = cases.stream()
                .flatMap(c -> c.getLabels().stream())
                .filter(PatternCaseLabelTree.class::isInstance)
                .anyMatch(label -> sealedCases.contains(simpleName(label)));
        for (CaseTree one : cases) {
            boolean rest = one.getLabels().stream().anyMatch(DefaultCaseLabelTree.class::isInstance);
            if (types && rest) {
                add(
                        one,
                        "default in a switch over a sealed type",
                        "write every case, so that a new one does not compile");
            }
        }
    }

    private void names(Tree tree, String name) {
        for (String complaint : Words.complaintsAbout(name)) {
            add(tree, "the name " + name, complaint);
        }
    }

    /** Records may have many components, and so their constructors. */
    private boolean isWiring(MethodTree method) {
        boolean recordConstructor =
                method.getReturnType() == null && enclosing().getKind() == Tree.Kind.RECORD;
        return recordConstructor || has(method.getModifiers(), "Bean");
    }

    private ClassTree enclosing() {
        return (ClassTree) getCurrentPath().getParentPath().getLeaf();
    }

    private boolean inPublicType() {
        ClassTree type = enclosing();
        return type.getModifiers().getFlags().contains(Modifier.PUBLIC) && type.getKind() != Tree.Kind.RECORD;
    }

    private static boolean isTestMethod(MethodTree method) {
        return has(method.getModifiers(), "Test") || has(method.getModifiers(), "ParameterizedTest");
    }

    private static boolean has(ModifiersTree modifiers, String annotation) {
        return modifiers.getAnnotations().stream()
                .map(AnnotationTree::getAnnotationType)
                .anyMatch(type -> type.toString().equals(annotation));
    }

    private void add(Tree tree, String wrong, String instead) {
        found.add(new Violation(parsed.source().path(), parsed.lineOf(tree), wrong, instead));
    }
}
