package io.github.ingotvm.cli;

import io.github.ingotvm.model.DiskRole;
import io.github.ingotvm.model.NewDisk;
import picocli.CommandLine.ITypeConverter;

/** A data disk to be made, as {@code 20G} or {@code 20G:empty}. */
final class NewDiskConverter implements ITypeConverter<NewDisk> {
    @Override
    public NewDisk convert(String value) throws Exception {
        int colon = value.indexOf(':');
        String size = colon < 0 ? value : value.substring(0, colon);
        DiskRole role = colon < 0 ? DiskRole.LINKED : new DiskRoleConverter().convert(value.substring(colon + 1));
        return new NewDisk(new ByteSize.Converter().convert(size).bytes(), role);
    }
}
