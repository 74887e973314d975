package io.github.ingotvm.libvirt;

import io.github.ingotvm.hypervisor.DefinitionEdit;
import io.github.ingotvm.hypervisor.Definitions;
import io.github.ingotvm.hypervisor.MachineSpec;
import io.github.ingotvm.hypervisor.Makeup;
import io.github.ingotvm.libvirt.xml.DomainComposer;
import io.github.ingotvm.libvirt.xml.DomainEditor;
import io.github.ingotvm.libvirt.xml.DomainReader;
import io.github.ingotvm.libvirt.xml.MakeupReader;
import io.github.ingotvm.libvirt.xml.VolumePaths;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.Hardware;
import io.github.ingotvm.model.Mark;

final class LibvirtDefinitions implements Definitions {
    private final LibvirtHost host;
    private final VolumePaths volumes;

    LibvirtDefinitions(LibvirtHost host, VolumePaths volumes) {
        this.host = host;
        this.volumes = volumes;
    }

    @Override
    public Definition compose(MachineSpec spec) {
        return new Definition(DomainComposer.compose(spec, host.devices(spec.acceleration())));
    }

    @Override
    public Definition edit(Definition definition, DefinitionEdit edit) {
        return DomainEditor.edit(definition, edit);
    }

    @Override
    public Hardware read(Definition definition) {
        return DomainReader.of(definition, volumes).hardware();
    }

    @Override
    public Makeup makeup(Definition definition) {
        return MakeupReader.read(definition);
    }

    @Override
    public Mark mark(Definition definition) {
        return DomainReader.of(definition, volumes).mark();
    }

    @Override
    public String nameIn(Definition definition) {
        return DomainReader.of(definition, volumes).name();
    }
}
