/** Rules on bytecode: what is declared and rendered comes of the platform alone. They need ArchUnit, which users bring. */
@NullMarked
package dev.slipway.testing.hermetic;

import org.jspecify.annotations.NullMarked;
