package io.falconer.suite;

import java.util.List;

/** Where a suite takes its rules from. */
public sealed interface RulesUnderTest {
    /** Falco rules files, loaded one after the other. */
    record RulesFiles(List<FileRef> files) implements RulesUnderTest {
        public RulesFiles {
            files = List.copyOf(files);
        }
    }

    /** The rules that Falconer generates from a policy file. */
    record PolicyFile(FileRef file) implements RulesUnderTest {}
}
