package io.falconer.cli;

import io.quarkus.picocli.runtime.annotations.TopCommand;
import picocli.CommandLine.Command;

/** The command itself: it only lists the others. */
@TopCommand
@Command(name = "falconer", description = "Falco rules from policies, proven against fixture events.")
public final class Falconer {}
