package io.falconer.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** A change to a container of a proof, with its description. */
record ContainerChange(String what, Consumer<ObjectNode> apply) {}
