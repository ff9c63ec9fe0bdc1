package io.braid.rules;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The house: every module, how many of its types others may see, and whom it may use. Deny by default, and nothing
 * more than is used: a module, a neighbour or a public type that is not here fails, and so does one that is here and
 * not in the code. Change it on purpose; the page ARCHITECTURE.md shows it.
 */
final class ModuleMap {
    /** A module : public types : the modules it uses, * for any : what it keeps. Every module may use the kernel. */
    static final ModuleMap OURS = parse("""
            kernel      | 20 |                                                   | values of the trade: money, quantities, codes, hours
            routing     | 17 |                                                   | strategy + question -> plan with reasons; pure
            edi         |  0 |                                                   | X12 bytes <-> typed documents; pure, empty so far
            store       | 13 |                                                   | transactions, named SQL, JSON, idempotency, chores
            journal     | 10 | store                                             | the immutable log and the outbox
            mail        |  3 | store                                             | mails: written with what causes them, sent afterwards
            access      | 24 | store journal mail                                | people, roles, sessions, API keys: who asks, what he may
            catalog     |  6 | store journal                                     | products
            location    | 17 | store journal                                     | every place that ships, hours, capacity, postal codes
            vendor      | 21 | store journal access location mail                | vendors, their onboarding and documents
            pricing     | 13 | store journal catalog vendor                      | vendor items, proposals, contracted prices
            inventory   | 27 | store journal catalog location                    | positions, reservations, counts, feeds
            criteria    | 10 | store journal routing                             | tables, lists and computed attributes that rules name
            order       | 14 | store journal                                     | customer orders and where their units are
            fulfillment | 48 | store journal location order inventory            | shipments and their two steps
            carriage    |  8 | store journal location routing                    | carriers' zones, rates, calendars and what follows
            sourcing    | 24 | store journal catalog location carriage criteria inventory order fulfillment pricing routing | the path of an order
            sla         | 11 | store journal mail access location fulfillment sourcing | due times, lateness told, vendor scorecards
            simulation  |  7 | store journal order sourcing routing              | drafts replayed over past orders, beside the live one
            invoice     | 20 | store journal vendor fulfillment sla              | vendor invoices from contracted prices
            verify      |  2 |                                                   | the sums that must always hold, as SQL over all tables
            demo        |  2 | store                                             | the seeded network of ./braid demo, made through the API
            api         |  3 | *                                                 | JSON over HTTP
            app         |  5 | *                                                 | main class, configuration, the embedded database
        """);

    /** One line of the map. */
    record Module(String name, int publicTypes, Set<String> mayUse, String keeps) {
        boolean usesAny() {
            return mayUse.contains("*");
        }
    }

    private final Map<String, Module> modules = new LinkedHashMap<>();

    static ModuleMap parse(String table) {
        ModuleMap map = new ModuleMap();
        for (String line : table.strip().split("\n")) {
            List<String> cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            Set<String> mayUse = cells.get(2).isEmpty()
                    ? new TreeSet<>()
                    : new TreeSet<>(List.of(cells.get(2).split(" +")));
            map.modules.put(
                    cells.get(0), new Module(cells.get(0), Integer.parseInt(cells.get(1)), mayUse, cells.get(3)));
        }
        return map;
    }

    Collection<Module> modules() {
        return modules.values();
    }

    /** The table of ARCHITECTURE.md: what is drawn there is what is tested. */
    String rendered() {
        StringBuilder table = new StringBuilder("| module | keeps | may use |\n|---|---|---|\n");
        for (Module module : modules()) {
            String uses = module.usesAny() ? "everything" : String.join(" ", module.mayUse());
            table.append("| `%s` | %s | %s |%n".formatted(module.name(), module.keeps(), uses));
        }
        return table.toString();
    }

    /** What the classes below a package do that the map does not say, and what it says that they do not do. */
    List<String> violations(String root, Iterable<JavaClass> classes) {
        List<String> found = new ArrayList<>();
        Map<String, Set<String>> uses = new TreeMap<>();
        Map<String, Integer> publicTypes = new TreeMap<>();
        for (JavaClass type : classes) {
            String module = moduleOf(root, type);
            uses.computeIfAbsent(module, m -> new TreeSet<>());
            if (module.contains(".")) {
                found.add("package " + module + " lies in a module; make it a module of its own: packages are flat");
            }
            if (type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC)) {
                publicTypes.merge(module, 1, Integer::sum);
            }
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                String other = target.getPackageName().startsWith(root + ".") ? moduleOf(root, target) : module;
                if (!other.equals(module)
                        && !other.equals("kernel")
                        && uses.computeIfAbsent(module, m -> new TreeSet<>()).add(other)
                        && !allowed(module, other)) {
                    found.add(module + " may not use " + other + ": " + dependency.getDescription() + "; let " + module
                            + " declare what it needs, or widen the map on purpose");
                }
            }
        }
        compare(uses, publicTypes, found);
        return found;
    }

    private void compare(Map<String, Set<String>> uses, Map<String, Integer> publicTypes, List<String> found) {
        for (String module : uses.keySet()) {
            if (!modules.containsKey(module)) {
                found.add("module " + module + " is not in the map; give it a line, with whom it may use");
            }
        }
        for (Module module : modules.values()) {
            Set<String> used = uses.get(module.name());
            if (used == null) {
                found.add("module " + module.name() + " is in the map and has no class; take its line out");
                continue;
            }
            Set<String> idle = new TreeSet<>(module.mayUse());
            idle.removeAll(used);
            if (!module.usesAny() && !idle.isEmpty()) {
                found.add(module.name() + " does not use " + idle + "; take it out of the map");
            }
            int open = publicTypes.getOrDefault(module.name(), 0);
            if (open != module.publicTypes()) {
                found.add(module.name() + " has " + open + " public types, the map says " + module.publicTypes()
                        + "; hide the type, or change the number on purpose");
            }
        }
    }

    private boolean allowed(String module, String other) {
        Module from = modules.get(module);
        return from != null && (from.usesAny() || from.mayUse().contains(other));
    }

    private static String moduleOf(String root, JavaClass type) {
        String name = type.getPackageName();
        return name.equals(root) ? "(none)" : name.substring(root.length() + 1);
    }
}
