/** Fetches prices from AWS: https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/price-changes.html. */
@NullMarked
package dev.slipway.pricelist;

import org.jspecify.annotations.NullMarked;
