package dev.slipway.render.aws;

import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.ObjectOwnership;

/** What every bucket has in common: encrypted, reached over TLS only, closed to the public. */
public final class PrivateBucket {
    /** After which what was uploaded in part is thrown away. */
    public static final int ABANDONED_UPLOAD_DAYS = 7;

    private static final double LEAST_TLS = 1.2;

    private PrivateBucket() {}

    /** To be completed and built: {@code PrivateBucket.builder(stack, "Invoices", name).versioned(true).build()}. */
    public static Bucket.Builder builder(EnvironmentStack stack, String id, String name) {
        return Bucket.Builder.create(stack, id)
                .bucketName(name)
                .encryption(BucketEncryption.S3_MANAGED)
                .enforceSsl(true)
                .minimumTlsVersion(LEAST_TLS)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .removalPolicy(stack.dataPolicy())
                // CloudFormation deletes only empty buckets
                .autoDeleteObjects(!stack.stage().isProduction());
    }
}
