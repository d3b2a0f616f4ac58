package garim.live.config;

import garim.live.LiveException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Everything that is wrong with a configuration, so that it can be told at once. */
final class Problems {
    private record Problem(int line, String text) {}

    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(int line, String text) {
        problems.add(new Problem(line, text));
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    /** Throws LiveException BAD_CONFIG with a line for each problem, unless there is none. */
    void raise() {
        if (!problems.isEmpty()) {
            String all = problems.stream()
                    .sorted(Comparator.comparingInt(Problem::line))
                    .map(problem -> file + ":" + problem.line() + ": " + problem.text())
                    .collect(Collectors.joining("\n"));
            throw new LiveException(LiveException.Code.BAD_CONFIG, all);
        }
    }
}
