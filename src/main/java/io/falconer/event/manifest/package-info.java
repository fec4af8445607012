/** Kubernetes manifests, and the audit events that an API server logs when they are sent to it. */
@NullMarked
package io.falconer.event.manifest;

import org.jspecify.annotations.NullMarked;
