package io.falconer.cli.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Changes of files below a directory, all or none (decision 16). Everything is prepared under temporary names, then a journal
 * is completed that lists the renames, then the files are renamed. A run that is killed before that has changed nothing. If a
 * run is killed later, the next run finishes its work. If a rename fails, the previous state is restored. When the process is
 * asked to end, changes that have started are completed, and no others start.
 */
final class Transaction implements AutoCloseable {
    private final OutputPath root;
    private final Path directory;
    private final JournalFile journal;
    private final List<Path> made;
    private final List<FileChange> changes = new ArrayList<>();
    private final List<Path> prepared = new ArrayList<>();
    private final Thread atEnd = new Thread(this::end, "falconer-files");
    private boolean ended;

    private Transaction(OutputPath root, Path directory, JournalFile journal, List<Path> made) {
        this.root = root;
        this.directory = directory;
        this.journal = journal;
        this.made = made;
    }

    /** Starts a transaction when no other run has one in the same directory. First finishes the transaction of a killed run. */
    static Transaction begin(OutputPath root) {
        List<Path> made = new ArrayList<>();
        try {
            makeDirectories(root.path().toAbsolutePath(), made);
            Path directory = root.path().toRealPath();
            Transaction transaction = new Transaction(root, directory, JournalFile.open(directory), made);
            transaction.start();
            return transaction;
        } catch (IOException e) {
            deleteEmpty(made);
            throw root.unwritable(e);
        }
    }

    private void start() throws IOException {
        try {
            new Recovery(directory, Journal.of(journal.text(), directory)).run();
            journal.clear();
            journal.append(Journal.FIRST);
            Runtime.getRuntime().addShutdownHook(atEnd);
        } catch (IllegalStateException e) {
            journal.close();
            throw new IOException("the process ends", e);
        } catch (IOException e) {
            journal.close();
            throw e;
        }
    }

    /** Finishes the transaction of a killed run, if there was one. */
    static void recover(OutputPath root) {
        if (Files.exists(root.path().resolve(JournalFile.NAME), LinkOption.NOFOLLOW_LINKS)) {
            begin(root).close();
        }
    }

    /** Plans to write {@code text} to the file {@code path}. */
    synchronized void put(String path, String text) {
        try {
            Path target = LinkTargets.written(directory, directory.resolve(path));
            WholeFile.requireFile(target);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (!holds(target, bytes)) {
                makeDirectories(WholeFile.directory(target), made);
                Path replacement = prepare(target, Journal.REPLACEMENT);
                Files.write(replacement, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                FilePermissions.copy(target, replacement);
                changes.add(new FileChange(relative(target), Optional.of(relative(replacement)), before(target)));
            }
        } catch (IOException e) {
            throw root.resolve(path).unwritable(e);
        }
    }

    /** Plans to delete the file {@code path}. */
    synchronized void delete(String path) {
        try {
            Path target = LinkTargets.entry(directory, directory.resolve(path));
            changes.add(new FileChange(relative(target), Optional.empty(), before(target)));
        } catch (IOException e) {
            throw root.resolve(path).unwritable(e);
        }
    }

    /** Makes all changes. */
    synchronized void commit() {
        try {
            requireRunning();
            if (!changes.isEmpty()) {
                journal.append(Journal.lines(changes));
                change(); // the journal stays until the previous files are deleted
                made.clear();
            }
        } catch (IOException e) {
            throw root.unwritable(e);
        }
    }

    private void change() throws IOException {
        for (int i = 0; i < changes.size(); i++) {
            FileChange change = changes.get(i);
            try {
                change.apply(directory);
            } catch (IOException e) {
                restore(changes.subList(0, i), e);
                throw root.resolve(change.target().toString()).unwritable(e);
            }
        }
    }

    /** Undoes changes. If that fails too, the journal and the prepared files stay for the next run to finish. */
    private void restore(List<FileChange> done, IOException why) throws IOException {
        try {
            for (FileChange each : done.reversed()) {
                each.undo(directory);
            }
            forget();
        } catch (IOException e) {
            why.addSuppressed(e);
            ended = true;
            journal.leave();
        }
    }

    /** The journal no longer lists changes, only files to delete. */
    private void forget() throws IOException {
        journal.clear();
        StringBuilder text = new StringBuilder(Journal.FIRST);
        prepared.forEach(file -> text.append(Journal.line(relative(file))));
        journal.append(text.toString());
    }

    /** Another name for the existing file, to restore it from. */
    private Optional<Path> before(Path target) throws IOException {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        Path before = prepare(target, Journal.BEFORE);
        try {
            Files.createLink(before, target);
        } catch (UnsupportedOperationException | IOException noLinks) {
            Files.copy(target, before, LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
        }
        return Optional.of(relative(before));
    }

    /** A name next to {@code target}. The journal contains it before the file exists. */
    private Path prepare(Path target, String suffix) throws IOException {
        requireRunning();
        Path file = target.resolveSibling(RandomName.with(suffix));
        journal.append(Journal.line(relative(file)));
        prepared.add(file);
        return file;
    }

    private void requireRunning() throws IOException {
        if (ended) {
            throw new IOException("the process ends");
        }
    }

    private Path relative(Path file) {
        return directory.relativize(file);
    }

    private static boolean holds(Path file, byte[] bytes) throws IOException {
        return Files.isRegularFile(file)
                && Files.size(file) == bytes.length
                && Arrays.equals(Files.readAllBytes(file), bytes);
    }

    private static void makeDirectories(Path path, List<Path> made) throws IOException {
        if (Files.isDirectory(path)) {
            return;
        }
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(path.toString());
        }
        Path parent = path.getParent();
        if (parent != null) {
            makeDirectories(parent, made);
        }
        Files.createDirectories(path);
        made.add(path);
    }

    /** Deletes directories that were created but are not needed. */
    private static void deleteEmpty(List<Path> made) {
        for (Path each : made.reversed()) {
            try {
                Files.deleteIfExists(each);
            } catch (IOException notEmpty) {
                return;
            }
        }
    }

    private void end() {
        try {
            clean();
        } catch (IOException e) {
            // The next run finds the journal and cleans up.
        }
    }

    /** Leaves only what was committed. */
    private synchronized void clean() throws IOException {
        if (ended) {
            return;
        }
        ended = true;
        for (Path file : prepared) {
            Files.deleteIfExists(file);
        }
        journal.close();
        deleteEmpty(made);
    }

    @Override
    public void close() {
        try {
            clean();
            Runtime.getRuntime().removeShutdownHook(atEnd);
        } catch (IllegalStateException ending) {
            // then the hook has nothing to do
        } catch (IOException e) {
            throw root.unwritable(e);
        }
    }
}
