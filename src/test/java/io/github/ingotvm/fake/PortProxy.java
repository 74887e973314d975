package io.github.ingotvm.fake;

import io.github.ingotvm.hypervisor.Hypervisor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Puts something around every call to a port, whatever the role. */
final class PortProxy {
    private static final Set<String> CHANGES = Set.of(
            "Machines.define",
            "Machines.undefine",
            "Machines.rename",
            "Machines.setTitle",
            "Machines.setMark",
            "Machines.plugIn",
            "Power.start",
            "Power.run",
            "Power.shutdown",
            "Power.destroy",
            "Power.reboot",
            "Power.reset",
            "Power.suspend",
            "Power.resume",
            "Power.dropSaved",
            "Power.restore",
            "Snapshots.create",
            "Snapshots.describe",
            "Snapshots.adopt",
            "Snapshots.makeCurrent",
            "Snapshots.makeNoneCurrent",
            "Snapshots.record",
            "Snapshots.relocate",
            "Snapshots.forget",
            "Snapshots.revertInternal",
            "Merging.pull",
            "Merging.push",
            "Volumes.ownPool",
            "Volumes.create",
            "Volumes.createOverlay",
            "Volumes.copy",
            "Volumes.upload",
            "Volumes.offer",
            "Volumes.replace",
            "Volumes.wipe",
            "Volumes.delete",
            "Volumes.protect");

    private PortProxy() {}

    /** Whether this call changes something on the host. */
    static boolean isChange(String call) {
        return CHANGES.contains(call);
    }

    /** Sees every call. */
    interface Around {
        /**
         * @param call role and method, as in {@code Volumes.create}
         * @param real does the call
         */
        @Nullable
        Object call(String call, Callable<@Nullable Object> real) throws Throwable;
    }

    static Hypervisor wrap(Hypervisor hypervisor, Around around) {
        return wrap(Hypervisor.class, hypervisor, around);
    }

    private static <T> T wrap(Class<T> role, T target, Around around) {
        Object proxy = Proxy.newProxyInstance(role.getClassLoader(), new Class<?>[] {role}, (self, method, args) -> {
            if (method.getDeclaringClass() == Object.class) {
                return method.invoke(target, args);
            }
            Class<?> result = method.getReturnType();
            if (role == Hypervisor.class && result.isInterface()) {
                return wrapRole(result, method.invoke(target, args), around);
            }
            return around.call(role.getSimpleName() + "." + method.getName(), () -> {
                try {
                    return method.invoke(target, args);
                } catch (InvocationTargetException e) {
                    throw unwrapped(e);
                }
            });
        });
        return role.cast(proxy);
    }

    private static <R> R wrapRole(Class<R> role, Object target, Around around) {
        return wrap(role, role.cast(target), around);
    }

    private static Exception unwrapped(InvocationTargetException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof Exception cause ? cause : e;
    }
}
