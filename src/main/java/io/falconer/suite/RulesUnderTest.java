package io.falconer.suite;

import io.falconer.text.SourceFile;
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

    /** The rules that Falconer generates from one policy of a file, in which the tests stand too. */
    record OwnPolicy(SourceFile file, String policy) implements RulesUnderTest {}
}
