/** Whether what runs is what was synthesized: what AWS and the cluster say, held against both planes. */
@NullMarked
package dev.slipway.verify;

import org.jspecify.annotations.NullMarked;
