package io.falconer.cli;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The codes of diagnostics in the sources: what is passed to any parameter {@code String code}, Falco's codes of load
 * issues, and the kinds of findings in reports. The compiler resolves the calls, so none escapes.
 */
final class DiagnosticCodes extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final Trees trees;
    private final Set<String> codes = new TreeSet<>();
    private final Set<String> unclear = new TreeSet<>();

    private DiagnosticCodes(Trees trees) {
        this.trees = trees;
    }

    /** All codes. Fails if the sources do not show the value of an argument. */
    static Set<String> in(Path sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options =
                List.of("-proc:none", "-nowarn", "-classpath", System.getProperty("java.class.path", ""));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> tree = Files.walk(sources)) {
            List<Path> paths =
                    tree.filter(path -> path.toString().endsWith(".java")).toList();
            JavacTask all = (JavacTask)
                    compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(paths));
            List<JavaFileObject> calling = CallsWithCodes.in(all.parse());
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, options, null, calling);
            DiagnosticCodes found = new DiagnosticCodes(Trees.instance(task));
            Iterable<? extends Tree> units = task.parse();
            task.analyze().forEach(element -> {});
            units.forEach(unit -> found.scan(unit, null));
            found.addConstants(task.getElements().getTypeElement("io.falconer.ruleset.LoadCode"), false);
            found.addConstants(task.getElements().getTypeElement("io.falconer.report.ProblemKind"), true);
            if (!found.unclear.isEmpty()) {
                throw new AssertionError("the sources do not show the codes: " + found.unclear);
            }
            return found.codes;
        }
    }

    private void addConstants(Element type, boolean dashed) {
        type.getEnclosedElements().stream()
                .filter(each -> each.getKind() == ElementKind.ENUM_CONSTANT)
                .map(each -> each.getSimpleName().toString())
                .map(name -> dashed ? name.toLowerCase(Locale.ROOT).replace('_', '-') : name)
                .forEach(codes::add);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
        arguments(call.getArguments());
        return super.visitMethodInvocation(call, unused);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree call, @Nullable Void unused) {
        arguments(call.getArguments());
        return super.visitNewClass(call, unused);
    }

    private void arguments(List<? extends ExpressionTree> given) {
        if (trees.getElement(getCurrentPath()) instanceof ExecutableElement called) {
            List<? extends VariableElement> parameters = called.getParameters();
            for (int i = 0; i < Math.min(given.size(), parameters.size()); i++) {
                if (isCode(parameters.get(i))) {
                    argument(given.get(i));
                }
            }
        }
    }

    private static boolean isCode(VariableElement parameter) {
        return parameter.getSimpleName().contentEquals("code")
                && parameter.asType().toString().equals("java.lang.String");
    }

    private void argument(ExpressionTree given) {
        Element element = trees.getElement(new TreePath(getCurrentPath(), given));
        if (given instanceof LiteralTree literal) {
            codes.add(String.valueOf(literal.getValue()));
        } else if (given instanceof ConditionalExpressionTree choice) {
            argument(choice.getTrueExpression());
            argument(choice.getFalseExpression());
        } else if (element instanceof VariableElement constant && constant.getConstantValue() != null) {
            codes.add(String.valueOf(constant.getConstantValue()));
        } else if (!isPassedOn(given)) {
            unclear.add(given.toString());
        }
    }

    /** Whether a code comes from another diagnostic, or from a parameter that is looked at where it is given. */
    private static boolean isPassedOn(ExpressionTree given) {
        return given instanceof IdentifierTree name && name.getName().contentEquals("code")
                || given instanceof MethodInvocationTree && given.toString().matches(".*\\bcode(\\.name)?\\(\\)");
    }
}
