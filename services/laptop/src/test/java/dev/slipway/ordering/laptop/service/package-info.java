@NullMarked
package dev.slipway.ordering.laptop.service;

import org.jspecify.annotations.NullMarked;
