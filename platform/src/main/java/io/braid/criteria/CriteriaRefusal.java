package io.braid.criteria;

import io.braid.kernel.Fault;
import io.braid.kernel.Refusal;
import io.braid.kernel.Stale;
import io.braid.store.ImportReport;
import java.util.List;
import java.util.Map;

/** Why a definition is not stored or not removed. */
public sealed interface CriteriaRefusal extends Refusal {
    /** There is no table of that name. */
    record NoSuchTable(String name) implements CriteriaRefusal {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "There is no table or list " + name + ".";
        }
    }

    /** There is no computed attribute of that name. */
    record NoSuchAttribute(String name) implements CriteriaRefusal {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "There is no computed attribute " + name + ".";
        }
    }

    /** Its rows would mean something else. */
    record TableShapeIsFixed(String name) implements CriteriaRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "Table " + name + " has another key or type of value, and that is fixed: delete it first, or create"
                    + " a table of another name.";
        }
    }

    /** A strategy that rules, or would after a rollback, names it. */
    record DefinitionInUse(String name, List<String> users) implements CriteriaRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public Map<String, Object> members() {
            return Map.of("usedBy", users);
        }

        @Override
        public String detail() {
            return name + " is named by " + String.join(" and ", users)
                    + ", which orders follow or a rollback would bring back, so it stays as it is. To change it, define"
                    + " it under another name, and draft and promote a strategy that names that one.";
        }
    }

    /** The expression does not compile, or not to a value that rules can use. */
    record InvalidExpression(List<Fault> faults) implements CriteriaRefusal {
        public InvalidExpression {
            faults = List.copyOf(faults);
        }

        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "The expression was not stored; see errors, which name line and column. GET"
                    + " /api/v1/routing/vocabulary lists every name an expression may read.";
        }
    }

    /** A table is replaced as a whole or not at all. */
    record NothingReplaced(String name, ImportReport report) implements CriteriaRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public List<Fault> faults() {
            return report.refused().stream()
                    .map(line -> new Fault("/" + line.line(), "line " + line.line() + ": " + line.reason()))
                    .toList();
        }

        @Override
        public String detail() {
            return "Table " + name + " is as it was, because " + report.refusedCount()
                    + " lines of the file were refused: correct them and send the file again, or send it with"
                    + " mode=MERGE, which takes the good lines and removes none.";
        }
    }

    /** So many definitions are a sign of a program gone wrong. */
    record TooManyDefinitions(int most) implements CriteriaRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "There are " + most + " definitions of this kind already, which is the limit: delete one first.";
        }
    }

    /** It changed since the caller read it. */
    record VersionConflict(String name, int currentVersion) implements CriteriaRefusal, Stale {
        @Override
        public String detail() {
            return name + " is at version " + currentVersion + ": read it again and repeat the change.";
        }
    }
}
