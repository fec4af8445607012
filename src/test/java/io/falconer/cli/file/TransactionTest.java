package io.falconer.cli.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a directory that are changed all or none. */
@DisabledOnOs(OS.WINDOWS)
class TransactionTest {
    private static final List<String> NAMES = List.of("a", "d/b", "d/c");

    @TempDir
    Path temporary;

    private Path directory;
    private OutputPath root;

    @BeforeEach
    void old() throws IOException {
        directory = temporary.toRealPath().resolve("out");
        root = new OutputPath("out", directory);
        Files.createDirectories(directory.resolve("d"));
        Files.writeString(directory.resolve("a"), "old");
        Files.writeString(directory.resolve("d/b"), "old");
        Files.writeString(directory.resolve("gone"), "old");
    }

    private Map<String, String> all() throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(directory.relativize(file).toString(), Files.readString(file));
            }
        }
        return all;
    }

    private static void change(Transaction transaction) {
        NAMES.forEach(name -> transaction.put(name, "new"));
        transaction.delete("gone");
    }

    private static final Map<String, String> OLD = Map.of("a", "old", "d/b", "old", "gone", "old");
    private static final Map<String, String> NEW = Map.of("a", "new", "d/b", "new", "d/c", "new");

    @Test
    void changesAllAndLeavesNothingElse() throws IOException {
        try (Transaction transaction = Transaction.begin(root)) {
            change(transaction);
            transaction.commit();
        }
        assertThat(all()).isEqualTo(NEW);
    }

    @Test
    void withoutACommitNothingChanges() throws IOException {
        try (Transaction transaction = Transaction.begin(root)) {
            change(transaction);
            transaction.put("e/f/g", "new");
        }
        assertThat(all()).isEqualTo(OLD);
        assertThat(directory.resolve("e")).doesNotExist();
    }

    @Test
    void aDirectoryThatIsMadeForNothingGoesAgain() {
        OutputPath fresh = new OutputPath("x/y", directory.resolve("x/y"));
        assertThatThrownBy(() -> {
                    try (Transaction transaction = Transaction.begin(fresh)) {
                        transaction.put("a", "new");
                        throw new IllegalStateException();
                    }
                })
                .isInstanceOf(IllegalStateException.class);
        assertThat(directory.resolve("x")).doesNotExist();
    }

    /** The journal is complete, and as many changes as there are have been made: the next run makes the rest. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void whatAKilledRunHadBegunIsFinished(int done) throws IOException {
        List<FileChange> changes = killed();
        Files.writeString(directory.resolve(JournalFile.NAME), journal(changes) + Journal.lines(changes));
        for (FileChange change : changes.subList(0, done)) {
            change.apply(directory);
        }
        Transaction.recover(root);
        assertThat(all()).isEqualTo(NEW);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 20, 90})
    void whatAKilledRunHadNotBegunIsTakenBack(int missing) throws IOException {
        List<FileChange> changes = killed();
        String text = journal(changes) + Journal.lines(changes);
        int prepared = journal(changes).length();
        Files.writeString(
                directory.resolve(JournalFile.NAME),
                text.substring(0, Math.max(prepared, text.length() - 1 - missing)));
        Transaction.recover(root);
        assertThat(all()).isEqualTo(OLD);
    }

    @Test
    void anEmptyJournalIsNoObstacle() throws IOException {
        Files.writeString(directory.resolve(JournalFile.NAME), "");
        changesAllAndLeavesNothingElse();
    }

    @Test
    void whatCannotBeFinishedIsTakenBack() throws IOException {
        List<FileChange> changes = killed();
        Files.writeString(directory.resolve(JournalFile.NAME), journal(changes) + Journal.lines(changes));
        changes.get(0).apply(directory);
        Files.createDirectories(directory.resolve("d/c/in the way"));
        Transaction.recover(root);
        assertThat(all()).isEqualTo(OLD);
    }

    /** As a run leaves it that is killed before its first change. */
    private List<FileChange> killed() throws IOException {
        FileChange a = new FileChange(
                Path.of("a"), Optional.of(file("", ".new", "new")), Optional.of(file("", ".old", "old")));
        FileChange b = new FileChange(
                Path.of("d/b"), Optional.of(file("d", ".new", "new")), Optional.of(file("d", ".old", "old")));
        FileChange c = new FileChange(Path.of("d/c"), Optional.of(file("d", ".new", "new")), Optional.empty());
        FileChange gone = new FileChange(Path.of("gone"), Optional.empty(), Optional.of(file("", ".old", "old")));
        return List.of(a, b, c, gone);
    }

    private Path file(String where, String suffix, String text) throws IOException {
        Path file = Path.of(where).resolve(RandomName.with(suffix));
        Files.writeString(directory.resolve(file), text);
        return file;
    }

    private static String journal(List<FileChange> changes) {
        StringBuilder text = new StringBuilder(Journal.FIRST);
        for (FileChange change : changes) {
            Stream.concat(change.replacement().stream(), change.before().stream())
                    .forEach(file -> text.append(Journal.line(file)));
        }
        return text.toString();
    }

    /** A repository that somebody else made may hold a file that looks like a journal. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "change\t../outside\t../NEW\t-",
                "change\t/etc/x\t/etc/NEW\t-",
                "change\tlink/x\tlink/NEW\t-",
                "change\ta\td/NEW\t-",
                "change\ta\td/b\t-",
                "change\ta\t-\t-",
                "change\tgone\t-\tBEFORE",
                "change\tx",
                "prepared\ta",
                "prepared\t../outside"
            })
    void aJournalOfSomebodyElseDoesNoHarm(String line) throws IOException {
        Path outside = Files.writeString(temporary.resolve("outside"), "mine");
        Files.createSymbolicLink(directory.resolve("link"), Files.createDirectories(temporary.resolve("elsewhere")));
        String replacement = RandomName.with(".new");
        String before = RandomName.with(".old");
        for (Path where : List.of(directory, directory.resolve("d"), temporary, temporary.resolve("elsewhere"))) {
            Files.writeString(where.resolve(replacement), "theirs");
            Files.writeString(where.resolve(before), "theirs");
        }
        Files.writeString(
                directory.resolve(JournalFile.NAME),
                Journal.FIRST + line.replace("NEW", replacement).replace("BEFORE", before) + "\nend\n");
        Transaction.recover(root);
        assertThat(outside).hasContent("mine");
        assertThat(temporary.resolve("elsewhere/x")).doesNotExist();
        assertThat(all()).containsAllEntriesOf(OLD).doesNotContainKey(JournalFile.NAME);
    }

    @Test
    void whereOneCannotBeWrittenNoneIs() throws IOException {
        Files.createDirectories(directory.resolve("d/c/in the way"));
        assertThatThrownBy(() -> {
                    try (Transaction transaction = Transaction.begin(root)) {
                        change(transaction);
                        transaction.commit();
                    }
                })
                .isInstanceOf(UnloadableException.class)
                .hasMessage("cannot write out/d/c: is a directory");
        assertThat(all()).isEqualTo(OLD);
    }

    /** Then the directory holds new and old files, and the journal alone says how to continue. */
    @Test
    void whatCannotBePutBackIsLeftToTheNextRun() throws IOException {
        Path obstacle = directory.resolve("d/c/in the way");
        assertThatThrownBy(() -> {
                    try (Transaction transaction = Transaction.begin(root)) {
                        change(transaction);
                        Files.createDirectories(obstacle);
                        for (String name : all().keySet()) {
                            if (name.endsWith(Journal.BEFORE)) {
                                Files.delete(directory.resolve(name));
                            }
                        }
                        transaction.commit();
                    }
                })
                .isInstanceOf(UnloadableException.class)
                .hasMessageStartingWith("cannot write out/d/c: ");
        assertThat(all()).containsEntry("a", "new").containsKey(JournalFile.NAME);
        Files.delete(obstacle);
        Files.delete(obstacle.getParent());
        Transaction.recover(root);
        assertThat(all()).containsAllEntriesOf(NEW).doesNotContainKey(JournalFile.NAME);
    }

    /** What comes in the way after everything is prepared. */
    @Test
    void whatWasIsPutBack() throws IOException {
        assertThatThrownBy(() -> {
                    try (Transaction transaction = Transaction.begin(root)) {
                        change(transaction);
                        Files.createDirectories(directory.resolve("d/c/in the way"));
                        transaction.commit();
                    }
                })
                .isInstanceOf(UnloadableException.class)
                .hasMessageStartingWith("cannot write out/d/c: ");
        assertThat(all()).isEqualTo(OLD);
    }

    @Test
    void filesKeepTheirPermissions() throws IOException {
        Files.setPosixFilePermissions(directory.resolve("a"), PosixFilePermissions.fromString("rw-r-----"));
        changesAllAndLeavesNothingElse();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("a"))))
                .isEqualTo("rw-r-----");
        WholeFile.write(root.resolve("a"), "newer");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("a"))))
                .isEqualTo("rw-r-----");
    }

    @Test
    void whatIsAsItShallBeIsNotWrittenAgain() throws IOException {
        Files.writeString(directory.resolve("a"), "new");
        Object before = Files.readAttributes(directory.resolve("a"), "unix:ino,lastModifiedTime");
        changesAllAndLeavesNothingElse();
        assertThat(Files.readAttributes(directory.resolve("a"), "unix:ino,lastModifiedTime"))
                .isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../elsewhere", "../elsewhere/x", "/tmp"})
    void linksOutOfTheDirectoryAreNotFollowed(String to) throws IOException {
        Files.createDirectories(temporary.resolve("elsewhere"));
        Files.writeString(temporary.resolve("elsewhere/x"), "mine");
        Files.createSymbolicLink(directory.resolve("out"), Path.of(to));
        String path = to.endsWith("x") ? "out" : "out/x";
        assertThatThrownBy(() -> {
                    try (Transaction transaction = Transaction.begin(root)) {
                        transaction.put("a", "new");
                        transaction.put(path, "new");
                        transaction.commit();
                    }
                })
                .isInstanceOf(UnloadableException.class)
                .hasMessage("cannot write out/" + path + ": a link leads out of the directory");
        assertThat(temporary.resolve("elsewhere/x")).hasContent("mine");
        assertThat(directory.resolve("a")).hasContent("old");
    }

    @Test
    void linksWithinTheDirectoryStayLinks() throws IOException {
        Files.createSymbolicLink(directory.resolve("link"), Path.of("d/b"));
        Files.createSymbolicLink(directory.resolve("e"), Path.of("d"));
        try (Transaction transaction = Transaction.begin(root)) {
            transaction.put("link", "new");
            transaction.put("e/c", "new");
            transaction.commit();
        }
        assertThat(directory.resolve("link")).isSymbolicLink();
        assertThat(directory.resolve("d/b")).hasContent("new");
        assertThat(directory.resolve("d/c")).hasContent("new");
    }

    @Test
    void onlyOneIsAtItAtATime() throws Exception {
        CompletableFuture<Void> second;
        try (Transaction first = Transaction.begin(root)) {
            second = CompletableFuture.runAsync(() -> {
                try (Transaction other = Transaction.begin(root)) {
                    other.put("a", "second");
                    other.commit();
                }
            });
            change(first);
            first.commit();
            assertThat(second).isNotDone();
        }
        second.get();
        assertThat(directory.resolve("a")).hasContent("second");
        assertThat(all()).hasSize(3);
    }

    @Test
    void aDirectoryWhereTheJournalBelongsIsTold() throws IOException {
        Files.createDirectories(directory.resolve(JournalFile.NAME));
        assertThatThrownBy(() -> Transaction.begin(root))
                .isInstanceOf(UnloadableException.class)
                .hasMessage("cannot write out: .falconer-journal is in the way");
    }

    @Test
    void leftoversOfKilledRunsBesideAFileAreSwept() throws IOException {
        Path leftover = directory.resolve(RandomName.with(".tmp"));
        Path other = directory.resolve(".falconer-notes.tmp");
        Files.writeString(leftover, "half");
        Files.writeString(other, "mine");
        try (StreamedFile writing = StreamedFile.open(root.resolve("b"))) {
            assertThat(leftover).doesNotExist();
            WholeFile.write(root.resolve("c"), "new"); // does not sweep away what is being written
            writing.print("all");
            writing.keep();
        }
        assertThat(directory.resolve("b")).hasContent("all");
        assertThat(other).hasContent("mine");
        assertThat(all()).hasSize(6);
    }
}
