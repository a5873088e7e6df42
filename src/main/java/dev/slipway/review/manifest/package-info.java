/**
 * What the API server, its admission and the kubelet check of an object beyond the schema of its kind, on manifests as they are
 * written: the mistakes that would otherwise show up when a pod does not start.
 */
@NullMarked
package dev.slipway.review.manifest;

import org.jspecify.annotations.NullMarked;
