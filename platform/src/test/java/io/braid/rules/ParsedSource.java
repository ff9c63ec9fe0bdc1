package io.braid.rules;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A Java file as the compiler reads it, names unresolved. */
record ParsedSource(Source source, CompilationUnitTree unit, Trees trees) {
    static List<ParsedSource> all(List<Source> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<InMemory> files = sources.stream().map(InMemory::new).toList();
        JavacTask task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, files);
        Trees trees = Trees.instance(task);
        Map<URI, Source> byUri = files.stream().collect(Collectors.toMap(InMemory::toUri, file -> file.source));
        try {
            return StreamSupport.stream(task.parse().spliterator(), false)
                    .map(unit -> new ParsedSource(
                            Objects.requireNonNull(
                                    byUri.get(unit.getSourceFile().toUri())),
                            unit,
                            trees))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int lineOf(Tree tree) {
        return line(positions().getStartPosition(unit, tree));
    }

    int lastLineOf(Tree tree) {
        return line(positions().getEndPosition(unit, tree));
    }

    private int line(long position) {
        return position < 0 ? 1 : (int) unit.getLineMap().getLineNumber(position);
    }

    private SourcePositions positions() {
        return trees.getSourcePositions();
    }

    private static final class InMemory extends SimpleJavaFileObject {
        private final Source source;

        InMemory(Source source) {
            super(URI.create("memory:///" + source.path()), Kind.SOURCE);
            this.source = source;
        }

        @Override
        public boolean isNameCompatible(String simpleName, JavaFileObject.Kind kind) {
            return true;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source.text();
        }
    }
}
