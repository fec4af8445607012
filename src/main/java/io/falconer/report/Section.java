package io.falconer.report;

import io.falconer.suite.Status;
import java.util.List;
import java.util.Locale;

/**
 * A file with findings, a policy with its rules, a suite with its tests, a file with rules that no test covers, or a version of Falco in which rules do
 * not load. Reports list them one after the other.
 *
 * @param name its name; two sections of one kind have different names
 * @param path its file
 */
record Section(Kind kind, String name, String path, List<ReportedCase> cases) {
    /** The kind of a section. */
    enum Kind {
        FILE,
        POLICY,
        SUITE,
        COVERAGE,
        MUTATION,
        VERSION;

        /** As reports show it. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Section {
        cases = List.copyOf(cases);
    }

    /** The section with a name that also contains its file. */
    Section withPath() {
        return new Section(kind, name + " (" + path + ")", path, cases);
    }

    /** How many entries failed or are unreliable. */
    long failures() {
        return count(Status.FAILED) + count(Status.UNRELIABLE);
    }

    /** How many entries have this status. */
    long count(Status status) {
        return cases.stream().filter(e -> e.status() == status).count();
    }
}
