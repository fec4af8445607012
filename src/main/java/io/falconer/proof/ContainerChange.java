package io.falconer.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** Something done to a container of a proof, in words and in deed. */
record ContainerChange(String what, Consumer<ObjectNode> apply) {}
