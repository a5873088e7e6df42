/** What every command that looks at a project has in common: its program, how it fails, and what it says meanwhile. */
@NullMarked
package dev.slipway.cli.project;

import org.jspecify.annotations.NullMarked;
