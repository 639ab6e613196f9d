package org.pinn4j.cli;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** All but tests, which other modules have in a jar as well as in a folder. */
final class MainClasses implements ImportOption {
    private static final ImportOption FOLDERS = new ImportOption.DoNotIncludeTests();

    @Override
    public boolean includes(Location location) {
        return FOLDERS.includes(location) && !location.contains("-tests.jar");
    }
}
