package io.github.ingotvm.service.model;

import io.github.ingotvm.fake.FakeGuest;
import io.github.ingotvm.fake.FakeHypervisor;
import io.github.ingotvm.fake.FakeState;
import io.github.ingotvm.fake.Foreign;
import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.work.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * A host with an Ingot that was just started on it.
 *
 * @param services what is tested
 */
record World(FakeState state, Services services, FakeGuest guest, Foreign foreign, LocalFiles files) {
    private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");

    /**
     * @param between what lies between Ingot and the host
     * @param seed decides the ids and the time
     */
    static World on(FakeState state, UnaryOperator<Hypervisor> between, long seed, LocalFiles files) {
        FakeHypervisor view = new FakeHypervisor(state);
        Random random = new Random(seed);
        Clock clock = Clock.fixed(START.plusSeconds(random.nextInt(100_000_000)), ZoneOffset.UTC);
        Services services = Services.on(between.apply(view), files.locks(), clock, new Ids(random));
        return new World(state, services, view.guest(), view.foreign(), files);
    }
}
