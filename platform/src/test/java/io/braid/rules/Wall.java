package io.braid.rules;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Something that few may touch: what it is, who may by their name, and which others by an exception with its reason.
 * An exception that is not needed any more fails like a breach.
 *
 * @param what touched by whoever depends on such a type
 * @param may by module and name of the outermost type
 * @param exceptions types that may too: {@code module.Type}
 */
record Wall(String name, Predicate<Dependency> what, Predicate<JavaClass> may, Set<String> exceptions, String instead) {
    List<String> breaches(Iterable<JavaClass> classes) {
        List<String> found = new ArrayList<>();
        Set<String> idle = new TreeSet<>(exceptions);
        boolean bites = false;
        for (JavaClass type : classes) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                if (!what.test(dependency)) {
                    continue;
                }
                bites = true;
                String named = Houses.moduleOf(type) + "." + Houses.outerName(type);
                idle.remove(named);
                if (!may.test(type) && !exceptions.contains(named)) {
                    found.add(name + ": " + dependency.getDescription() + "; " + instead);
                    break;
                }
            }
        }
        idle.forEach(one -> found.add(name + ": the exception for " + one + " is not needed; take it out"));
        if (!bites) {
            found.add(name + ": nothing touches it at all; the rule is empty");
        }
        return found;
    }

    static Predicate<Dependency> packages(String... prefixes) {
        return dependency -> {
            String target = dependency.getTargetClass().getBaseComponentType().getPackageName();
            return List.of(prefixes).stream().anyMatch(p -> target.equals(p) || target.startsWith(p + "."));
        };
    }

    static Predicate<JavaClass> named(String... endings) {
        return type -> List.of(endings).stream().anyMatch(Houses.outerName(type)::endsWith);
    }

    static Predicate<JavaClass> inModule(String... modules) {
        return type -> List.of(modules).contains(Houses.moduleOf(type));
    }
}
