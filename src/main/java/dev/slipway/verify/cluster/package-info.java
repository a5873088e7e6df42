/** What the API server says of objects, held against the manifests. */
@NullMarked
package dev.slipway.verify.cluster;

import org.jspecify.annotations.NullMarked;
