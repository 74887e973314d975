/** What came from what: machines, their snapshots and the clones of those as trees, laid out and written as pictures. */
@NullMarked
package io.github.ingotvm.lineage;

import org.jspecify.annotations.NullMarked;
