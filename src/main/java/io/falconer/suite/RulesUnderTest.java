package io.falconer.suite;

import io.falconer.text.SourceFile;
import java.util.List;

/** The source of a suite's rules. */
public sealed interface RulesUnderTest {
    /** Falco rules files, loaded in order. */
    record RulesFiles(List<FileRef> files) implements RulesUnderTest {
        public RulesFiles {
            files = List.copyOf(files);
        }
    }

    /** The rules that Falconer generates from a policy file. */
    record PolicyFile(FileRef file) implements RulesUnderTest {}

    /** The rules that Falconer generates from one policy of a file that also contains the tests. */
    record OwnPolicy(SourceFile file, String policy) implements RulesUnderTest {}
}
