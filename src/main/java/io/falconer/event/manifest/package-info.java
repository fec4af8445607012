/** Kubernetes manifests, and the audit events that an API server logs when it receives them. */
@NullMarked
package io.falconer.event.manifest;

import org.jspecify.annotations.NullMarked;
