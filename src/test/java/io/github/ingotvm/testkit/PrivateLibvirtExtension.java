package io.github.ingotvm.testkit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives test methods and constructors the one {@link PrivateLibvirt} of this run. */
public final class PrivateLibvirtExtension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == PrivateLibvirt.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent(Shared.class, key -> new Shared(), Shared.class)
                .libvirt;
    }

    /** Closed by JUnit at the end of the run, or by the JVM when that is cut short. */
    static final class Shared implements AutoCloseable {
        final PrivateLibvirt libvirt = PrivateLibvirt.start();
        private final Thread hook = new Thread(libvirt::close);

        Shared() {
            Runtime.getRuntime().addShutdownHook(hook);
        }

        @Override
        public void close() {
            Runtime.getRuntime().removeShutdownHook(hook);
            libvirt.close();
        }
    }
}
