package garim.live.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part of a configuration as it is written, with the line in which it begins, from 1. */
sealed interface ConfigNode {
    int line();

    /** Keys and what stands behind them, in the order of the file. */
    record Section(int line, Map<String, ConfigNode> entries, Map<String, Integer> keyLines) implements ConfigNode {
        public Section {
            entries = new LinkedHashMap<>(entries);
            keyLines = Map.copyOf(keyLines);
        }

        @Override
        public Map<String, ConfigNode> entries() {
            return new LinkedHashMap<>(entries);
        }

        int lineOf(String key) {
            return keyLines.getOrDefault(key, line);
        }
    }

    /** A list. */
    record Items(int line, List<ConfigNode> items) implements ConfigNode {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A single value; empty where nothing stands. */
    record Value(int line, String text) implements ConfigNode {
        /** It may be a password. */
        @Override
        public String toString() {
            return "Value[line " + line + "]";
        }
    }
}
