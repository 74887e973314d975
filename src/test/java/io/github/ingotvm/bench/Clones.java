package io.github.ingotvm.bench;

import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.names.NamePattern;
import java.util.ArrayList;
import java.util.List;

/** Linked clones, one and a hundred at a time. What a round makes is gone before the next. */
final class Clones {
    private static final int HUNDRED = 100;

    private final Services services;
    private final Bare bare;
    private final Subject subject;
    private final Bare.Mould mould;

    Clones(Services services, Bare bare, Subject subject) throws Exception {
        this.services = services;
        this.bare = bare;
        this.subject = subject;
        long capacity = (long) subject.gib() << 30;
        this.mould = bare.mould(subject.id().toString(), subject.disk(services), subject.layer(), capacity);
    }

    void one(int rounds, Samples ours, Samples floor) throws Exception {
        times(rounds, 1, ours, floor);
    }

    void many(int rounds, Samples ours, Samples floor) throws Exception {
        times(rounds, HUNDRED, ours, floor);
    }

    /** Of an image that must be read from the disk. */
    Samples cold(int rounds) throws Exception {
        Samples cold = new Samples();
        Cloner.Request request =
                new Cloner.Request(subject.id(), new Cloner.From.Golden(), List.of("cold"), false, false);
        for (int round = 0; round < rounds; round++) {
            Subject.cool(subject.layer());
            List<VirtualMachine> made = new ArrayList<>();
            cold.time(() -> made.addAll(services.cloner().clone(request, Progress.NONE)));
            bare.deleteDomain(made.get(0).name());
            services.doctor().fix(Progress.NONE);
        }
        return cold;
    }

    private void times(int rounds, int count, Samples ours, Samples floor) throws Exception {
        List<String> names = NamePattern.expand("clone", count);
        Cloner.Request request = new Cloner.Request(subject.id(), new Cloner.From.Golden(), names, false, false);
        for (int round = 0; round < rounds; round++) {
            List<String> bareNames = new ArrayList<>();
            floor.time(() -> {
                for (int i = 0; i < count; i++) {
                    bareNames.add(bare.clone(mould));
                }
            });
            for (String name : bareNames) {
                bare.deleteDomain(name);
            }
            bare.deleteVolumes();
            List<VirtualMachine> made = new ArrayList<>();
            ours.time(() -> made.addAll(services.cloner().clone(request, Progress.NONE)));
            for (VirtualMachine clone : made) {
                bare.deleteDomain(clone.name());
            }
            services.doctor().fix(Progress.NONE);
        }
    }
}
