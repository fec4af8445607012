package io.falconer.cli;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sources that call anything with the name of a method, constructor or record that has a {@code String code}. Others
 * pass no code, so the compiler does not need to resolve their calls, which takes it seconds.
 */
final class CallsWithCodes {
    private CallsWithCodes() {}

    static List<JavaFileObject> in(Iterable<? extends CompilationUnitTree> units) {
        Declared declared = new Declared();
        units.forEach(unit -> declared.scan(unit, null));
        List<JavaFileObject> calling = new ArrayList<>();
        for (CompilationUnitTree unit : units) {
            Called called = new Called();
            called.scan(unit, null);
            if (called.names.stream().anyMatch(declared.names::contains)) {
                calling.add(unit.getSourceFile());
            }
        }
        return calling;
    }

    private static final class Declared extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final Set<String> names = new HashSet<>(Set.of("this", "super"));
        private String type = "";

        @Override
        public @Nullable Void visitClass(ClassTree declared, @Nullable Void unused) {
            String outer = type;
            type = declared.getSimpleName().toString();
            if (declared.getKind() == Tree.Kind.RECORD) {
                declared.getMembers().forEach(member -> add(member, type));
            }
            super.visitClass(declared, unused);
            type = outer;
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
            String name = method.getName().toString();
            method.getParameters().forEach(parameter -> add(parameter, name.equals("<init>") ? type : name));
            return super.visitMethod(method, unused);
        }

        private void add(Tree tree, String name) {
            if (tree instanceof VariableTree variable
                    && variable.getName().contentEquals("code")
                    && String.valueOf(variable.getType()).equals("String")) {
                names.add(name);
                names.add(type + "." + name);
            }
        }
    }

    private static final class Called extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final Set<String> names = new HashSet<>();

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
            if (!call.getArguments().isEmpty()) {
                names.add(name(call.getMethodSelect()));
            }
            return super.visitMethodInvocation(call, unused);
        }

        @Override
        public @Nullable Void visitNewClass(NewClassTree call, @Nullable Void unused) {
            names.add(created(call.getIdentifier()));
            return super.visitNewClass(call, unused);
        }

        /** The name of a method, after that of its type if it is called on a type: nearly all types have an {@code of}. */
        private static String name(Tree called) {
            return switch (called) {
                case IdentifierTree method -> method.getName().toString();
                case MemberSelectTree member
                when member.getExpression() instanceof IdentifierTree type
                        && Character.isUpperCase(type.getName().charAt(0)) ->
                    type.getName() + "." + member.getIdentifier();
                case MemberSelectTree member -> member.getIdentifier().toString();
                default -> "";
            };
        }

        private static String created(Tree type) {
            return switch (type) {
                case IdentifierTree name -> name.getName().toString();
                case MemberSelectTree member -> member.getIdentifier().toString();
                case ParameterizedTypeTree generic -> created(generic.getType());
                default -> "";
            };
        }
    }
}
