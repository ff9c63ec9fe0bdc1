package io.braid.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The compiled classes that rules look at: the product's, or those planted to see a rule fail. */
final class Houses {
    static final String ROOT = "io.braid";
    static final String PLANTED_ROOT = "planted";
    static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
    static final JavaClasses PLANTED = new ClassFileImporter().importPackages(PLANTED_ROOT);

    private Houses() {}

    static String moduleOf(JavaClass type) {
        String name = type.getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The name of the outermost type: a nested one belongs to it. */
    static String outerName(JavaClass type) {
        String name = type.getName().substring(type.getName().lastIndexOf('.') + 1);
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }
}
