package dev.nacre.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Says which Nacre on which Java. */
final class NacreVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("of an unpacked build");
        return new String[] {"nacre " + version, "Java " + Runtime.version()};
    }
}
