package io.falconer.policy;

import java.util.List;

/** One thing that a policy demands. */
public sealed interface Control permits ResourceLimits, AllowedImages, ListeningSockets, TemplateControl {
    /** The control's kind, as policies spell it. */
    String kind();

    /** Namespaces, priority and tags of this control. */
    Scope scope();

    /** The checks it makes, one rule each; exceptions name them as {@code kind/check}. */
    List<String> checks();

    /** The keys of an exception's match that the events of one of its checks can tell. */
    List<ExceptionKey> exceptionKeys(String check);
}
