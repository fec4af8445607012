package io.falconer.policy;

import java.util.List;

/** One requirement of a policy. */
public sealed interface Control permits ResourceLimits, AllowedImages, ListeningSockets, TemplateControl {
    /** The control's kind, as policies spell it. */
    String kind();

    /** Namespaces, priority and tags of this control. */
    Scope scope();

    /** Its checks, with one rule for each. Exceptions name them as {@code kind/check}. */
    List<String> checks();

    /** The keys of an exception's match that the events of one of its checks contain. */
    List<ExceptionKey> exceptionKeys(String check);
}
